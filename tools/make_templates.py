#!/usr/bin/env python3
"""Makes templates/*.docx and *.xlsx: the documents of the programme as files that users edit.

What stands in {{…}} the programme fills in; what it cannot know (signer, recipients, until it is
issued the number and day) is a dotted line. `python3 tools/make_templates.py [FOLDER]`; the
standard library is enough.
"""

import pathlib
import sys

from template_excel import Page, xlsx
from template_word import (DOTS, body, docx, gap, heading, letterhead, listing, para, run,
                           signature, subheading, title)

ROOT = pathlib.Path(__file__).resolve().parents[1]

# Sums of ten digits fit the third and the fourth even where a wider font stands in for Times.
TARGETS = [("Mã", "id", 8, None), ("Chỉ tiêu", "name", 19, None),
           ("Mục tiêu", "goal", 20, "center"), ("Kết quả", "value", 20, "center"),
           ("Đánh giá", "met", 11, "center"), ("Cơ sở và ghi chú", "basis", 22, None)]


def measures(before):
    columns = [("Chỉ số", "name", 46, None)]
    if before:
        columns.append(("Ngày {{baseline}}", "before", 27, "right"))
    return listing("measures", columns + [("Ngày {{as_of}}", "value", 27, "right")])


def standing(number):
    """Targets, what is missing, other readings: the same in both reviews."""
    return (
        heading(f"{number}. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU")
        + body("Trong {{targets_with_goal}} chỉ tiêu có mục tiêu: đạt {{targets_met}}, chưa đạt "
               "{{targets_not_met}}, chưa đủ số liệu để kết luận {{targets_open}}.")
        + subheading("1. Các chỉ tiêu") + listing("targets", TARGETS, 11) + gap()
        + subheading("2. Còn thiếu những nơi nào")
        + body("{{#if no_missing}}{{no_missing}}{{/if}}")
        + para(run("{{#missing}}", 14) + run("{{missing.id}}. {{missing.name}}", bold=True)
               + run(" – còn {{missing.count}}: {{missing.names}}."), align="both", indent=10)
        + subheading("3. Các cách tính khác của chỉ tiêu")
        + body("{{#if no_readings}}{{no_readings}}{{/if}}")
        + body("{{#if readings}}")
        + listing("readings", [("Mã", "id", 10, None), ("Cách tính", "label", 60, None),
                               ("Kết quả", "value", 30, "right")])
        + body("{{/if}}") + gap())


def care_years(number):
    return (
        heading(f"{number}. QUỸ CHĂM SÓC VÀ PHÁT HUY VAI TRÒ NGƯỜI CAO TUỔI TỪNG NĂM")
        + para(run("Đơn vị: đồng", 12, italic=True), align="right", after=2, keep=True)
        + listing("care_years", [
            ("Năm", "year", 8, "center"), ("Tiền vận động từ ngoài Hội", "raised", 17, "right"),
            ("Hiện vật", "goods", 14, "right"),
            ("Trong đó cấp tỉnh, chi nhánh", "top", 17, "right"),
            ("Hỗ trợ câu lạc bộ (tiền)", "support", 17, "right"),
            ("Tỷ lệ hỗ trợ", "share", 10, "right"), ("Cơ sở", "funds", 17, None)], 11) + gap())


def matters(number):
    return (
        heading(f"{number}. VƯỚNG MẮC VÀ KIẾN NGHỊ")
        + body("{{#if no_obstacles}}{{no_obstacles}}{{/if}}")
        + body("{{#obstacles}}- Ngày {{obstacles.on}}, {{obstacles.by}}: {{obstacles.subject}}"
               "{{obstacles.of_club}} – nơi trả lời: {{obstacles.to}}. {{obstacles.state}}."
               "{{obstacles.said}}{{obstacles.answer}}")
        + body("{{#if no_proposals}}{{no_proposals}}{{/if}}")
        + body("{{#proposals}}- Ngày {{proposals.on}}, {{proposals.by}} kiến nghị về "
               "{{proposals.subject}}, gửi {{proposals.to}}. {{proposals.state}}."
               "{{proposals.said}}{{proposals.answer}}"))


def notes(number):
    return heading(f"{number}. GHI CHÚ VỀ SỐ LIỆU") + body("{{#notes}}- {{notes.text}}")


def reviews(folder):
    lead = body("Đề án thực hiện từ ngày {{begins}} đến ngày {{ends}}. Phạm vi báo cáo: {{unit}}. "
                "Mọi con số dưới đây lấy từ sổ và báo cáo đã ghi; chỗ nào chưa có số liệu thì ghi "
                "rõ là chưa có.")
    docx(folder / "interim-review.docx", letterhead(),
         title("BÁO CÁO", "Sơ kết thực hiện {{scheme}}"), lead,
         heading("I. TÌNH HÌNH CHUNG"), measures(False), gap(), standing("II"), care_years("III"),
         matters("IV"), notes("V"),
         heading("VI. NHIỆM VỤ THỜI GIAN TỚI"), body(f"1. {DOTS}"),
         body(f"2. {DOTS}", keep=True), signature("CHỦ TỊCH"))
    docx(folder / "final-review.docx", letterhead(),
         title("BÁO CÁO", "Tổng kết thực hiện {{scheme}}"), lead,
         body("{{#if not_ended}}{{not_ended}}{{/if}}"),
         heading("I. SO SÁNH ĐẦU KỲ VÀ HIỆN NAY"), measures(True), gap(), standing("II"),
         care_years("III"), matters("IV"), notes("V"),
         heading("VI. ĐÁNH GIÁ CHUNG VÀ ĐỀ XUẤT"), subheading("1. Kết quả nổi bật"),
         body(DOTS), subheading("2. Hạn chế, nguyên nhân"), body(DOTS),
         subheading("3. Đề xuất cho giai đoạn tiếp theo"), body(DOTS, keep=True),
         signature("CHỦ TỊCH"))


MOVES = [("Đầu năm", "opening", 17, "right"), ("Thu", "in", 17, "right"),
         ("Chi", "out", 17, "right"), ("Chuyển", "moved", 12, "right"),
         ("Cuối năm", "closing", 17, "right")]


def care_fund(folder):
    first = [("Quỹ", "level", 11, None), ("Khoản", "name", 16, None)]
    amount = [("Số tiền", "amount", 22, "right")]
    unit = para(run("Đơn vị: đồng", 12, italic=True), align="right", after=2, keep=True)
    docx(folder / "care-fund.docx", letterhead(),
         title("THÔNG BÁO", "Công khai thu, chi Quỹ Chăm sóc và phát huy vai trò "
               "người cao tuổi năm {{year}}"),
         body("Thực hiện quy định công khai quỹ hằng năm trước ngày 31 tháng 3, {{association}} "
              "công khai số thu và việc sử dụng quỹ năm {{year}} như sau:"),
         body("{{#if not_over}}{{not_over}}{{/if}}"),
         heading("I. SỐ ĐẦU NĂM, THU, CHI VÀ SỐ CUỐI NĂM"), unit,
         listing("held", first + MOVES, 11), gap(),
         heading("II. CÁC KHOẢN THU"), unit,
         listing("income", first + [("Hình thức", "form", 20, None)] + amount), gap(),
         heading("III. CÁC KHOẢN CHI"), unit,
         listing("spending", first + [("Hình thức", "form", 20, None)] + amount), gap(),
         heading("IV. CHI CHO NHỮNG VIỆC GÌ"),
         body("{{#if nothing_spent}}{{nothing_spent}}{{/if}}"),
         unit, listing("uses", first + amount), gap(),
         heading("V. TIỀN CÓ RÀNG BUỘC VÀ KHÔNG RÀNG BUỘC"), unit,
         listing("owned", first + MOVES, 11), gap(),
         heading("VI. CHỨNG TỪ"),
         body("{{#funds}}- {{funds.level}}: phiếu thu đến số {{funds.receipts}}, phiếu chi đến số "
              "{{funds.vouchers}}, đánh số liên tục trong năm.", keep=True),
         signature("TM. BAN QUẢN LÝ QUỸ", ("Như mục công khai",)))


def steering(folder):
    docx(folder / "steering-pack.docx", letterhead(),
         title("HỒ SƠ HỌP BAN CHỈ ĐẠO", "{{scheme}}"),
         heading("I. GIẤY MỜI"),
         body(f"Kính mời: {DOTS}"), body(f"Thời gian: {DOTS} giờ {DOTS}, ngày {DOTS} tháng {DOTS} "
                                         f"năm {DOTS}"), body(f"Địa điểm: {DOTS}"),
         heading("II. CHƯƠNG TRÌNH"), body("1. Việc thực hiện kết luận kỳ trước."),
         body("2. Tiến độ các chỉ tiêu."), body("3. Những việc cần quyết định."),
         body("4. Vướng mắc và kiến nghị."), body("5. Kết luận."),
         heading("III. KẾT LUẬN KỲ TRƯỚC"), body("{{#if no_meeting}}{{no_meeting}}{{/if}}"),
         body("{{#if last_meeting}}{{last_meeting}}{{/if}}"),
         body("Kết luận: {{last_conclusions}}"),
         heading("IV. TIẾN ĐỘ"),
         body("Trong {{targets_with_goal}} chỉ tiêu có mục tiêu: đạt {{targets_met}}, chưa đạt "
              "{{targets_not_met}}, chưa đủ số liệu để kết luận {{targets_open}}."),
         listing("targets", TARGETS, 11), gap(),
         heading("V. VIỆC CẦN QUYẾT ĐỊNH"), body("{{#if no_decisions}}{{no_decisions}}{{/if}}"),
         body("{{#decisions}}- {{decisions.text}} (từ ngày {{decisions.since}})."),
         subheading("Chỉ tiêu chưa đạt hoặc chưa kết luận được"),
         body("{{#not_met}}- {{not_met.id}}. {{not_met.name}}: {{not_met.value}}, mục tiêu "
              "{{not_met.goal}} ({{not_met.met}})."),
         matters("VI"), heading("VII. DỰ THẢO KẾT LUẬN"),
         body("{{#conclusions}}{{conclusions.number}}. {{conclusions.text}}"),
         body(f"Kết luận khác: {DOTS}", keep=True),
         signature("TRƯỞNG BAN", ("Thành viên Ban Chỉ đạo",)))


NUMBER = ("TT", "number", 8, "number")


def sheet(name, title_text, columns, list_name, total=None, about=()):
    page = Page(name, title_text, columns, about)
    page.table(list_name, total)
    return page


def annexes(folder):
    xlsx(folder / "clubs-by-commune.xlsx",
         sheet("Theo xã", "SỐ CÂU LẠC BỘ THEO XÃ, PHƯỜNG, THỊ TRẤN",
               [NUMBER, ("Huyện", "district", 13, "text"), ("Xã, phường, thị trấn", "name", 30,
                                                            "text"),
                ("Câu lạc bộ đang hoạt động", "clubs", 14, "number"),
                ("Thành viên", "members", 16, "number"),
                ("Khu dân cư", "villages", 16, "number"),
                ("Khu dân cư có câu lạc bộ", "villages_covered", 16, "number")],
               "communes", ("clubs", "members", "villages", "villages_covered")),
         sheet("Câu lạc bộ", "DANH SÁCH CÂU LẠC BỘ",
               [NUMBER, ("Câu lạc bộ", "name", 38, "text"), ("Xã, phường, thị trấn", "commune", 26,
                                                             "text"),
                ("Khu dân cư", "village", 22, "text"), ("Tình trạng", "status", 16, "text"),
                ("Ngày ra mắt", "launched", 13, "date"), ("Thành viên", "members", 14, "number"),
                ("Cơ sở", "basis", 16, "text")], "clubs", ("members",)))
    xlsx(folder / "quotas.xlsx", sheet(
        "Chỉ tiêu", "CHỈ TIÊU THÀNH LẬP CÂU LẠC BỘ VÀ KẾT QUẢ",
        [NUMBER, ("Năm", "year", 10, "year"), ("Đơn vị", "unit", 40, "text"),
         ("Chỉ tiêu", "quota", 14, "number"), ("Đã ra mắt", "launched", 14, "number"),
         ("Hơn (+), kém (–)", "difference", 14, "number")], "quotas",
        ("quota", "launched", "difference"), ("{{no_quotas}}",)))
    xlsx(folder / "training.xlsx", sheet(
        "Tập huấn", "CÁC LỚP TẬP HUẤN",
        [NUMBER, ("Ngày", "on", 13, "date"), ("Đơn vị tổ chức", "association", 42, "text"),
         ("Nội dung", "topic", 26, "text"), ("Số ngày", "days", 12, "number"),
         ("Lượt người", "participants", 14, "number"),
         ("Câu lạc bộ có người dự", "clubs", 16, "number")], "trainings",
        ("days", "participants"), ("{{no_trainings}}",)))
    xlsx(folder / "care-fund-levels.xlsx", sheet(
        "Quỹ Chăm sóc", "QUỸ CHĂM SÓC CÁC CẤP NĂM {{year}} (đồng)",
        [("Hội Người cao tuổi", "association", 38, "text"), ("Đơn vị", "unit", 26, "text"),
         ("Cấp", "level", 12, "text"), ("Đầu năm", "opening", 16, "number"),
         ("Vận động: tiền", "money", 16, "number"), ("Vận động: hiện vật", "goods", 16, "number"),
         ("Nhận điều chuyển, hoàn trả", "within", 16, "number"),
         ("Chi và chuyển đi", "out", 16, "number"),
         ("Hỗ trợ câu lạc bộ", "support", 16, "number"), ("Cuối năm", "closing", 16, "number"),
         ("Cơ sở", "basis", 14, "text")], "levels",
        ("opening", "money", "goods", "within", "out", "support", "closing")))
    xlsx(folder / "commune-month.xlsx", sheet(
        "Tháng", "CÁC CÂU LẠC BỘ CỦA {{unit_capitals}}, THÁNG {{month}}",
        [NUMBER, ("Câu lạc bộ", "name", 34, "text"), ("Khu dân cư", "village", 20, "text"),
         ("Thành viên", "members", 11, "number"), ("Số buổi sinh hoạt", "meetings", 11, "number"),
         ("Buổi gần nhất", "on", 13, "date"), ("Có mặt đông nhất", "present", 11, "number"),
         ("Số mảng hoạt động", "areas", 11, "number"), ("Vốn (đồng)", "capital", 16, "number"),
         ("Dư nợ (đồng)", "outstanding", 16, "number"),
         ("Quá hạn trên 30 ngày (đồng)", "overdue", 16, "number"), ("Cơ sở", "basis", 14, "text")],
        "clubs", ("members", "meetings", "capital", "outstanding", "overdue")))
    clubs(folder)


FIGURES = [("Chỉ số", "name", 44, "text"), ("Đơn vị", "unit", 14, "text"),
           ("Số liệu", "value", 22, "number"), ("Cơ sở", "basis", 22, "text")]
MEETINGS = [("Ngày", "on", 16, "date"), ("Loại buổi", "kind", 22, "text"),
            ("Có mặt", "present", 16, "number"), ("Khách", "guests", 16, "number"),
            ("Số mảng hoạt động", "areas", 20, "number")]
LOANS = [("Ngày cho vay", "on", 16, "date"), ("Số tiền vay (đồng)", "principal", 20, "number"),
         ("Còn nợ (đồng)", "outstanding", 20, "number"), ("Số tháng", "months", 12, "number"),
         ("Hạn trả", "due", 16, "date"), ("Số ngày chậm", "late", 14, "number")]


def clubs(folder):
    about = ("{{place}}", "{{status}}; ra mắt: {{launched}}; chương trình: {{programme}}; "
             "xếp loại: {{rating}}")
    xlsx(folder / "club-sheet.xlsx",
         sheet("Phiếu", "PHIẾU CÂU LẠC BỘ: {{club}}", FIGURES, "lines", about=about),
         sheet("Vay vốn", "KHOẢN VAY CÒN NỢ: {{club}}", LOANS, "loans",
               ("outstanding",), about=("{{loans_note}}",)),
         sheet("Sinh hoạt", "CÁC BUỔI SINH HOẠT: {{club}}", MEETINGS, "meetings",
               about=("{{no_meeting}}",)))
    xlsx(folder / "club-month.xlsx",
         sheet("Tháng", "{{club}}: THÁNG {{month}}", FIGURES, "lines", about=("{{place}}",)),
         sheet("Sinh hoạt", "SINH HOẠT THÁNG {{month}}: {{club}}", MEETINGS, "meetings",
               about=("{{no_meeting}}",)),
         sheet("Vay vốn", "KHOẢN VAY CÒN NỢ: {{club}}", LOANS, "loans",
               ("outstanding",), about=("{{loans_note}}",)))


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "templates"
    folder.mkdir(exist_ok=True)
    reviews(folder)
    care_fund(folder)
    steering(folder)
    annexes(folder)


if __name__ == "__main__":
    main()
