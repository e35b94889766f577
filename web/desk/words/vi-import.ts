// Spreadsheets that are taken in.

const kinds: Record<string, string> = {
    register: "Danh sách CLB kèm số liệu",
    clubs: "CLB sẽ giữ sổ trên hệ thống",
    members: "Thành viên",
    balances: "Số dư, vốn và khoản vay lúc mở sổ",
    claims: "Con số trong văn bản",
    "fund-years": "Quỹ Chăm sóc từng năm",
    units: "Danh mục đơn vị hành chính",
    reform: "Sắp xếp đơn vị: danh mục mới và bảng kế thừa",
    undo: "Hoàn tác",
};

export const imports = {
    nav: "Nhập Excel",
    title: "Nhập từ Excel",
    help: "Tệp được đọc và đối chiếu với sổ trước; chưa ghi gì cho đến khi bạn bấm Ghi vào sổ.",
    choose: "Chọn tệp",
    kind: "Loại bảng",
    kinds,
    file: "Tệp .xlsx hoặc .csv",
    file_missing: "Hãy chọn tệp.",
    file_too_large: "Tệp lớn hơn 16 MB. Hãy bỏ bớt hình ảnh và trang tính không cần.",
    file_changed: "Tệp đã đổi hoặc mất sau khi chọn. Hãy chọn lại.",
    as_of: "Ngày của số liệu (nếu tệp không ghi)",
    effective: "Ngày hiệu lực",
    legal_basis: "Căn cứ (nghị quyết, quyết định)",
    partial: "Tệp chỉ có một phần thành viên của câu lạc bộ",
    look: "Xem trước",
    sending: "Đang gửi tệp…",
    form: "Tải mẫu trống",
    preview_title: (file: string) => `Xem trước: ${file}`,
    undo_title: (file: string) => `Hoàn tác: ${file}`,
    progress: "Tiến độ",
    stages: { waiting: "Đang chờ tệp của người khác…", reading: "Đang đọc và đối chiếu…" },
    writing: (done: number, all: number) => `Đang ghi: ${done} trên ${all} bút toán`,
    stop: "Dừng",
    written: (entries: number) => `Đã ghi ${entries} bút toán.`,
    undone: (entries: number) => `Đã hoàn tác bằng ${entries} bút toán.`,
    sum: (rows: number, same: number, opened: number, entries: number, operations: number) =>
        `${rows} dòng; ${same} dòng không đổi so với sổ; ${opened} sổ mới; ` +
        `sẽ ghi ${entries} bút toán (${operations} thao tác).`,
    undo_sum: (entries: number, operations: number) =>
        `Sẽ hoàn tác ${operations} thao tác, bằng ${entries} bút toán.`,
    has_errors: (count: number) =>
        `Có ${count} lỗi nên chưa ghi gì. Hãy sửa tệp rồi chọn lại, hoặc ghép cột, bỏ dòng ở dưới.`,
    has_errors_whole: (count: number) =>
        `Có ${count} lỗi nên chưa ghi gì. Hãy sửa tệp rồi chọn lại, hoặc ghép cột ở dưới.`,
    reform_title: "Việc sắp xếp theo tệp này",
    reform_sum: (ended: number, begun: number, receiving: number) =>
        `${ended} đơn vị kết thúc, ${begun} đơn vị mới, ` +
        `${receiving} đơn vị giữ nguyên nhận thêm đơn vị khác.`,
    reform_units: (count: number) => `Đơn vị nào gồm những đơn vị nào: ${count} đơn vị`,
    reform_unit: "Đơn vị sau sắp xếp",
    reform_from: "Gồm",
    reform_new: "mới",
    reform_was: (name: string) => `trước là ${name}`,
    reform_share: (whole: boolean): string => (whole ? "toàn bộ" : "một phần"),
    reform_left: (count: number) => `${count} đơn vị kết thúc mà không nhập vào đơn vị nào`,
    undo_errors:
        "Chưa hoàn tác gì: từ lúc nhập đã có người sửa hoặc ghi thêm những việc dưới đây. " +
        "Hãy huỷ các việc ấy trong sổ trước, rồi hoàn tác lại.",
    rows: (rows: number) => `${rows} dòng.`,
    nothing_new: "Tệp không có gì mới so với sổ.",
    ready: "Không có lỗi. Chưa ghi gì; hãy xem lại rồi ghi.",
    moved:
        "Sổ đã thay đổi từ lúc bạn xem trước, nên chưa ghi gì. " +
        "Dưới đây là việc sẽ làm theo sổ bây giờ; hãy xem lại.",
    undo_ready: "Chưa hoàn tác gì; hãy xem lại rồi bấm.",
    stopped: (done: number, all: number) =>
        `Đã dừng: ${done} trên ${all} bút toán đã ghi và vẫn ở trong sổ. ` +
        "Bạn có thể ghi tiếp phần còn lại hoặc hoàn tác phần đã ghi.",
    stopped_before: "Đã dừng, chưa ghi gì.",
    rows_out: (rows: string) => `Các dòng đã bỏ hoặc gộp: ${rows}.`,
    read_again: "Đọc lại theo lựa chọn này",
    go_on: "Đọc lại để ghi tiếp",
    write: "Ghi vào sổ",
    undo: "Hoàn tác",
    undo_of: (file: string) => `Hoàn tác ${file}`,
    undo_now: "Hoàn tác ngay",
    undo_part: "Hoàn tác phần đã ghi",
    put_away: "Bỏ tệp này",
    columns: "Các cột của tệp",
    columns_help: "Cột nào máy chưa nhận ra thì chọn ở đây; lần sau trình duyệt này tự nhớ.",
    sheet: "Trang",
    column: "Cột",
    heading: "Tiêu đề",
    first_cells: "Vài ô đầu",
    read_as: "Đọc là",
    read_as_of: (heading: string) => `Đọc cột «${heading}» là`,
    not_read: "không đọc",
    needed: "cần có",
    same: "Các dòng có thể trùng nhau",
    same_help:
        "Cùng câu lạc bộ và cùng tên, trong tệp hoặc trong sổ. " +
        "Nếu không chọn gì, mỗi dòng là một người khác.",
    same_held: (person: string) => `Là người trong sổ: ${person}`,
    in_book: "Trong sổ",
    in_file: "Trong tệp",
    about: "Câu lạc bộ, người",
    differences: (count: number) => `${count} ô khác với sổ`,
    differences_help: "Ghi vào sổ là sửa sổ theo tệp.",
    take_out: "Tải sổ Excel",
    take_out_keeper:
        "Câu lạc bộ, thành viên, số dư và khoản vay lúc mở sổ của các sổ bạn được đọc.",
    take_out_province:
        "Danh sách câu lạc bộ kèm số liệu báo cáo gần nhất, và Quỹ Chăm sóc từng năm. " +
        "Không có thành viên, số dư và khoản vay: tên người và tiền của từng người " +
        "không mở cho cấp tỉnh; cán bộ xã, phường giữ sổ thì tải được.",
    take_out_help:
        "Sửa trong Excel rồi nhập lại theo từng loại bảng: dòng nào đã có trong sổ thì " +
        "máy nhận ra theo mã.",
    take_out_now: "Tải về",
    taking: "Đang lập tệp…",
    unit_code: "Tên hoặc mã đơn vị (để trống: toàn tỉnh)",
    same_do: "Xử lý",
    same_both: "Là hai người: giữ cả",
    same_merge: (row: number) => `Là một: gộp vào dòng ${row}`,
    same_skip: (row: number) => `Chỉ lấy dòng ${row}, bỏ dòng kia`,
    lines: "Lỗi và lưu ý",
    row: "Dòng",
    what: "Nội dung",
    leave_out: "Bỏ dòng",
    leave_out_row: (row: number) => `Bỏ dòng ${row}`,
    more_lines: (count: number) => `Còn ${count} dòng nữa không hiện ở đây.`,
    notes: (count: number) => `${count} lưu ý (không cản việc ghi)`,
    list: "Các lần nhập",
    none: "Chưa có lần nhập nào.",
    when: "Lúc",
    by: "Người nhập",
    state: "Tình trạng",
    states: {
        writing: "đang ghi",
        stopped: "dở dang: chọn lại tệp để ghi tiếp, hoặc hoàn tác",
        done: "đã ghi",
        undone: "đã hoàn tác",
    },
    command_line: "máy chủ",
    more_jobs: (count: number) => `Còn ${count} lần nhập cũ hơn.`,
};
