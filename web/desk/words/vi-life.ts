// A club's start capital by source, and its merger, split and end.

export const life = {
    nameless: (n: number) => `Thành viên số ${n}`,
    raised: "Vốn đã ghi trong sổ, đến ngày ra mắt",
    raised_none: "chưa ghi",
    returned_later: (sum: string) => `đã trả lại sau ngày ra mắt: ${sum}`,
    raised_later: (sum: string) => `nhận sau ngày ra mắt: ${sum}`,
    raised_goal: (goal: string) => `mục tiêu ${goal}`,
    undo_step: (step: string, on: string) => `Huỷ bước: ${step} (${on})`,
    dossier_lacks: (papers: string) =>
        `Hồ sơ còn thiếu: ${papers}. Vẫn ghi được quyết định; hãy bổ sung ở mục Hồ sơ.`,
    name_taken: (commune: string) =>
        `Đã có câu lạc bộ tên này ở ${commune}: vẫn đề nghị? ` +
        "Nếu đúng là câu lạc bộ khác, bấm Lưu lần nữa.",
    capital_title: "Ghi vốn ban đầu theo nguồn",
    capital_help:
        "Mỗi nguồn một dòng. Sổ tiền chưa mở thì được mở từ ngày này; ngày ghi là ngày nhận vốn.",
    capital_source: "Nguồn",
    capital_amount: "Số tiền",
    capital_box: "Nhận bằng",
    capital_grant: "Khoản hỗ trợ của Quỹ Chăm sóc (nếu có)",
    capital_row: (n: number) => `Nguồn ${n}`,
    capital_add: "Thêm nguồn",
    capital_grant_gone: "Khoản đã chọn, nay không còn chờ",
    capital_drop: "Bỏ dòng",
    capital_sum: (sum: string) => `Cộng ${sum}`,
    capital_file: (sum: string) => `theo hồ sơ ${sum}`,
    returned_title: "Trả vốn, cổ phần",
    returned_help: "Vốn về nơi đã cấp, cổ phần về người đã góp. Để trống dòng chưa trả.",
    returned_box: "Trả bằng",
    returned_none: "Không còn vốn hay cổ phần để trả.",
    share_of: (name: string) => `Cổ phần của ${name}`,
    row_amount: (name: string, most: string) => `${name} (còn ${most})`,
    boxes: { cash: "tiền mặt", bank: "ngân hàng" },
    way_title: "Còn vướng trước khi giải thể, sáp nhập",
    way_none: "Không còn tiền, vốn hay khoản vay nào: ghi được giải thể hoặc sáp nhập.",
    way_loans: "Thu nợ: nhập phiếu tháng",
    estate_account: "Tài khoản",
    estate_amount: "Còn",
    estate_people: (people: number, loans: number, owed: string) =>
        `${people} người trong câu lạc bộ; ${loans} khoản vay chưa trả hết, còn nợ ${owed}.`,
    estate_holders: (n: number) => `Từng người còn nợ, có cổ phần (${n})`,
    estate_interest: (sum: string) =>
        `Lãi đến hạn chưa thu ${sum}: không theo khoản vay sang sổ mới, hãy thu hoặc miễn trước.`,
    handover: "Bàn giao quỹ",
    handover_way: "Bàn giao",
    ways: {
        all: "tất cả cho một câu lạc bộ khác (sáp nhập)",
        part: "một phần cho một câu lạc bộ khác (tách)",
        association: "phần còn lại cho Hội (giải thể)",
    },
    keeper_help:
        "Chỉ ghi nơi giữ sổ; máy đã gắn vẫn ghi được. Xã nhập thay thì thu hồi máy ở " +
        "trang «Câu lạc bộ», kẻo hai nơi cùng ghi; điện thoại giữ sổ mà chưa gắn máy thì in " +
        "thẻ ở đó.",
    handover_to: "Câu lạc bộ nhận",
    handover_association: "Hội nhận",
    handover_association_help:
        "Thu hết nợ, trả hết vốn và cổ phần trước. Tiền giao cho Hội vào sổ Quỹ Chăm sóc là " +
        "nhận điều chuyển, không phải thu ủng hộ.",
    handover_decision: "Quyết định số",
    handover_help:
        "Ghi một lần vào cả hai sổ. Người đi theo giữ họ tên, khoản vay, cổ phần và sự đồng ý " +
        "đã cho; thông tin nhạy cảm không đi theo.",
    handover_people: "Người sang câu lạc bộ mới, cùng khoản vay và cổ phần",
    person_owes: (sum: string) => `nợ ${sum}`,
    person_shares: (sum: string) => `cổ phần ${sum}`,
    handover_accounts: "Số tiền của từng tài khoản đi theo",
    handover_balance: (fund: string, assets: string, equity: string) =>
        `${fund}: tiền và nợ ${assets}, nguồn ${equity}.`,
    handover_off: (by: string) => `Còn lệch ${by}: hai bên phải bằng nhau.`,
    handover_fill: (what: string) => `Cho cân: thêm ${what}`,
    handover_do: "Bàn giao",
    handed: (to: string) => `Đã bàn giao cho ${to}.`,
    handed_half: (to: string) => `Đã ghi phần giao. ${to} chưa nhận: cán bộ bên nhận ghi tiếp.`,
    merged_into: (name: string) => `Mọi thứ đã bàn giao cho ${name}: hãy chọn câu lạc bộ ấy.`,
    handovers: "Các lần bàn giao",
    handover_line: (from: string, to: string, people: number, loans: number, assets: string) =>
        `${from} giao ${to}: ${people} người, ${loans} khoản vay, tiền và nợ ${assets}`,
    handed_receipt: (to: string) =>
        `Đã ghi phần giao. ${to} chưa nhận: khi quỹ đã mở, người ghi sổ Hội ấy bấm ` +
        "«Ghi phần nhận» ở Việc của tôi.",
    taken: "đã nhận",
    receipts_title: "Tiền câu lạc bộ giao lại, quỹ chưa nhận",
    receipts_help:
        "Ghi vào Quỹ Chăm sóc là nhận điều chuyển. Nếu đã ghi khoản ấy là thu ủng hộ thì huỷ " +
        "phiếu thu đó trước, kẻo tính hai lần.",
    not_taken: "chưa nhận",
    take: "Ghi phần nhận",
    undo_all: "Huỷ cả bút toán",
    undo_phone: "Điện thoại giữ sổ của câu lạc bộ sẽ được báo việc nào đã bị huỷ.",
    undo_meeting:
        "Sai một dòng thì huỷ dòng ấy. Sai cả buổi thì huỷ cả bút toán, " +
        "rồi nhập lại phiếu của tháng.",
    retype_paper: (month: string) => `Nhập lại phiếu tháng ${month}`,
    mend: {
        amounts_differ:
            "Hai sổ ghi số tiền khác nhau. Sổ nào sai thì huỷ phần của sổ ấy, " +
            "rồi ghi lại cho đúng.",
        wrong_club_or_fund:
            "Câu lạc bộ hoặc quỹ ở hai sổ khác nhau. Sổ nào ghi nhầm thì huỷ phần của sổ ấy, " +
            "rồi ghi lại vào đúng chỗ.",
        twice: "Một khoản được ghi nhiều lần. Giữ phần đúng, huỷ những phần thừa.",
    },
    mend_fund: "Phần của quỹ: mở việc hỗ trợ ấy trong sổ của quỹ, bấm «Huỷ bước này».",
    mend_club: (club: string, seq: number) => `Sửa ở sổ câu lạc bộ ${club}: bút toán ${seq}`,
    mend_elsewhere: "Phần của câu lạc bộ do cán bộ xã nơi ấy huỷ, hoặc huỷ trên điện thoại.",
    with_paper:
        "Câu lạc bộ ghi khoản này cùng phiếu của tháng nhận tiền: thêm dòng tiền " +
        "«Được tặng, ủng hộ», chọn khoản hỗ trợ ấy. Điện thoại giữ sổ thì ghi ở máy.",
    with_paper_of: (month: string) => `Nhập phiếu tháng ${month}`,
    with_goods: "Câu lạc bộ ghi khoản này trên điện thoại, ở mục «Nhận hiện vật».",
    papers: "Hồ sơ thành lập gồm",
    papers_help: "Mỗi giấy tờ một dòng, bằng hai thứ tiếng.",
    paper_vi: (n: number) => `Giấy tờ ${n}`,
    paper_en: (n: number) => `Giấy tờ ${n}, tiếng Anh`,
    paper_add: "Thêm giấy tờ",
    paper_drop: (name: string) => `Bỏ ${name || "dòng này"}`,
};
