// The commune officer's day: months of clubs, papers that are typed, forms that are printed.

import { terms as club } from "../../club/words/vi-terms";

export const paper = {
    nav_work: "Việc của tôi",
    work_help: "Mỗi ô là một tháng: bấm vào ô để nhập từ phiếu, hoặc xem buổi đã chốt.",
    work_until: "Đến tháng",
    work_none: "Bạn chưa phụ trách câu lạc bộ nào.",
    work_forms: "In bộ phiếu tháng",
    work_due: "Việc còn thiếu",
    work_scheme: "Việc của đề án",
    work_more: (n: number) => `… và ${n} việc nữa`,
    work_cases: (n: number) => `${n} vướng mắc gửi đang chờ`,
    keepers: {
        phone: "sổ trên điện thoại",
        commune: "xã nhập thay",
        both: "điện thoại và xã",
    },
    months: {
        held: "đã chốt",
        held_paper: "đã chốt theo phiếu",
        typing: "đang nhập",
        totals: "chỉ có số tổng",
        excused: "được miễn",
        none: "chưa có",
        outside: "–",
    },
    todos: club.todos,
    areas: club.areas,
    purposes: club.purposes,
    sources: club.sources,
    funds: club.funds,
    accounts: club.accounts,
    capital_of: club.capital_of,
    donations: club.donations,
    loan_purposes: club.loan_purposes,
    remove: "Bỏ",

    paper_title: "Nhập từ phiếu",
    paper_of: (name: string, month: string) => `${name}: phiếu tháng ${month}`,
    paper_held: (on: string) => `Ngày ${on} đã có buổi sinh hoạt trong sổ. Hãy xem lại ngày.`,
    paper_unopened: "Sổ tiền của câu lạc bộ chưa mở: chỉ ghi được có mặt, chưa ghi được tiền.",
    paper_missing: (month: string) =>
        `Tháng ${month} chưa có gì trong sổ. Hãy nhập theo thứ tự: số phải thu trên phiếu này ` +
        "đang cộng dồn từ buổi trước.",
    paper_missing_first: (month: string) => `Nhập phiếu tháng ${month} trước`,
    paper_again: "Đây là phiếu đang nhập dở, mở lại đúng như lúc dừng.",
    paper_begun: (by: string, at: string) =>
        `${by} đang nhập dở phiếu này (lúc ${at}). Dưới đây là phần đã gõ.`,
    paper_me: "bạn, ở một cửa sổ khác",
    paper_joined: (by: string, at: string, what: string) =>
        `Người khác vừa nhập (${by}, lúc ${at}), đã ghép vào phiếu: ${what}.`,
    paper_clash: (by: string, at: string) =>
        `Người khác vừa nhập (${by}, lúc ${at}). Các mục sau hai bên ghi khác nhau: hãy chọn ` +
        "từng mục. Chỗ chỉ một bên sửa đã được giữ.",
    paper_clash_fields: "Mục khác nhau",
    paper_mine: "Phần tôi gõ",
    paper_theirs: (by: string) => `Phần của ${by}`,
    paper_all_mine: "Giữ hết phần tôi",
    paper_all_theirs: (by: string) => `Lấy hết phần của ${by}`,
    paper_join: "Ghép lại",
    paper_gone: "Phiếu này vừa được chốt hoặc bỏ ở nơi khác. Phần bạn gõ vẫn ở dưới, chưa gửi đi.",
    paper_leave: "Bỏ phần tôi gõ",
    paper_anew: "Giữ làm phiếu mới",
    paper_absent: "vắng",
    paper_as_due: "như phải thu",
    paper_nothing: "không ghi",
    paper_on: "Ngày sinh hoạt",
    paper_month: (month: string) => `Phiếu này của tháng ${month}.`,
    paper_month_other: (month: string) => `Họp trong tháng ${month}: mở phiếu tháng ${month}`,
    paper_line: (place: number, name: string) => `Dòng ${place}, ${name}`,
    paper_above: (owed: string) => `Gốc trả vượt số còn nợ: chỉ còn nợ ${owed}.`,
    paper_guests: "Khách",
    paper_place: "Đến số thứ tự",
    paper_keys:
        "Số tiền gõ bằng nghìn đồng. Phím mũi tên và Enter để đi, phím cách để đổi có mặt, " +
        "phím / để đến một số thứ tự; dán được cả khối từ Excel.",
    paper_rows: "Các dòng của phiếu",
    paper_number: "STT",
    paper_name: "Họ và tên",
    paper_second: "khoản vay thứ hai",
    paper_columns: {
        present: "Có mặt",
        dues: "Quỹ",
        principal: "Trả gốc",
        interest: "Trả lãi",
    },
    paper_unread: (text: string) =>
        `Không đọc được “${text}”: hãy gõ số nghìn đồng, ví dụ 50, hoặc đủ số như 50.000.`,
    paper_no_place: (text: string) => `Phiếu không có số thứ tự “${text}”.`,
    paper_paste_wrong: (text: string) =>
        `Khối dán không khớp phiếu: “${text}”. Chưa ô nào bị thay đổi.`,
    paper_lent: "Cho vay mới",
    paper_no_rules:
        "Câu lạc bộ chưa ghi quy định vay: hãy ghi quy định trước khi nhập khoản vay mới.",
    paper_borrower: "Người vay",
    paper_choose: "Chọn",
    paper_amount: "Số tiền (nghìn đồng)",
    paper_months: "Số tháng",
    paper_purpose: "Để làm gì",
    paper_add_loan: "Thêm khoản vay",
    paper_lines: "Thu chi khác",
    paper_kind: "Loại",
    paper_what: "Về việc, từ nguồn, quỹ",
    paper_add_line: "Thêm dòng thu chi",
    paper_areas: "Mảng hoạt động",
    paper_minutes: "Biên bản (vài dòng, không bắt buộc)",
    paper_totals: "Đối chiếu với số tổng ghi trên phiếu",
    paper_totals_help: "Gõ số tổng mà phiếu ghi. Ô nào phiếu không ghi thì để trống.",
    paper_typed: "Đã nhập",
    paper_says: "Phiếu ghi",
    paper_says_of: (what: string) => `Phiếu ghi: ${what}`,
    paper_difference: "So sánh",
    paper_not_said: "chưa đối chiếu",
    paper_same: "khớp",
    paper_off: (by: string) => `lệch ${by}`,
    paper_sums: {
        present: "Có mặt (người)",
        dues: "Quỹ",
        principal: "Trả gốc",
        interest: "Trả lãi",
        lent: "Cho vay mới",
        in: "Thu khác",
        out: "Chi khác",
        cash: "Tiền mặt đếm được, so với sổ",
    },
    paper_cash_off: (by: string) =>
        `Tiền đếm lệch sổ ${by}. Phiếu vẫn chốt được; chỗ lệch được ghi lại để xử lý.`,
    paper_sure: (unsaid: string, off: string, missing: string | undefined) =>
        (missing ? `Tháng ${missing} chưa nhập. ` : "") +
        (unsaid && `Chưa đối chiếu: ${unsaid}. `) +
        (off && `Chưa khớp: ${off}. `) +
        "Hãy xem lại tờ phiếu. Nếu đúng là vậy, bấm Chốt phiếu lần nữa.",
    paper_mend: "Phiếu chưa chốt: ô đang đứng còn sai, hãy sửa rồi chốt lại.",
    paper_totals_off: (n: number) => `${n} số tổng chưa khớp: hãy dò lại trước khi chốt.`,
    paper_unkept: (why: string) =>
        `Chưa gửi được bản nháp lên máy chủ (${why}). Bản nháp vẫn giữ trong trình duyệt này.`,
    paper_close: "Chốt phiếu",
    paper_later: "Để sau",
    paper_forget: "Bỏ phiếu đang nhập",
    paper_totals_only: "Chỉ có số tổng",
    paper_closed: (name: string, month: string) => `Đã chốt phiếu tháng ${month} của ${name}.`,

    totals_of: (month: string) => `Chỉ có số tổng, tháng ${month}`,
    totals_help:
        "Ghi điều câu lạc bộ báo lên khi không có danh sách: số này đứng riêng, không vào sổ " +
        "tiền. Tiền gõ bằng nghìn đồng; ô nào không biết thì để trống.",
    totals_none: "Hãy ghi ít nhất một con số.",
    totals: {
        present: "Số người có mặt",
        new_loans: "Số khoản vay mới",
        dues: "Quỹ thu được",
        repaid_principal: "Gốc thu về",
        repaid_interest: "Lãi thu được",
        lent: "Tiền cho vay mới",
        spent: "Tiền chi",
        cash: "Tiền mặt cuối buổi",
    },

    forms_title: "Bộ phiếu tháng",
    forms_help:
        "Ghi sẵn họ tên và số phải thu; mỗi câu lạc bộ bắt đầu ở trang mới, trang nào cũng " +
        "ghi tên câu lạc bộ, tháng và số trang. Họ tên người không đồng ý ghi tên hiện theo số.",
    forms_month: "Tháng",
    forms_done: (done: number, total: number) => `Đã soạn ${done} trên ${total} phiếu.`,
    forms_print: "In tất cả",
    forms_club: (name: string) => `Câu lạc bộ liên thế hệ tự giúp nhau ${name}`,
    forms_heading: (month: string) => `PHIẾU SINH HOẠT THÁNG ${month}`,
    forms_date: (on: string) => `Ngày sinh hoạt: ${on}    Số khách: ..........`,
    forms_page: (page: number, of: number) => `Trang ${page}/${of}`,
    forms_due_dues: "Quỹ phải thu",
    forms_due_principal: "Gốc phải trả",
    forms_due_interest: "Lãi phải trả",
    forms_paid: "Thực nộp",
    forms_sum: "Cộng",
    forms_lent_line:
        "Người vay (STT): ........ Số tiền: .................. Số tháng: ........ Việc:",
    forms_money_line: "Thu / chi: ............ Số tiền: .................. Nội dung:",
    forms_cash: (sum: string) =>
        `Tiền mặt theo sổ trước buổi họp: ${sum} đ.  Đếm được sau buổi: ...........`,
    forms_sign_chair: "Chủ nhiệm",
    forms_sign_treasurer: "Thủ quỹ",
    forms_sign_secretary: "Thư ký",
};
