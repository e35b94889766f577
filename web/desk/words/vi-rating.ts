// Rating of clubs, reports that were issued, papers of visits that are carried along.

import { terms as club } from "../../club/words/vi-terms";

export const rating = {
    nav: "Xếp loại",
    title: "Xếp loại câu lạc bộ",
    help:
        "Mỗi năm một lần: câu lạc bộ tự chấm, xã thẩm định, tỉnh duyệt. Số liệu tính đến " +
        "31/12; điểm do sổ tính thì không ai sửa được.",
    facts: (on: string, criteria: string) => `Số liệu đến ${on} · bộ tiêu chí ${criteria}`,
    year: "Năm",
    state: "Bước",
    every_state: "mọi bước",
    states: {
        none: "chưa chấm",
        self_scored: "đã tự chấm",
        appraised: "xã đã thẩm định",
        approved: "đã duyệt",
        returned: "trả lại",
        answered: "đang giải trình",
    },
    self: "Tự chấm",
    appraised: "Xã thẩm định",
    approved: "Được duyệt",
    by_book: "Sổ tính ra",
    points: (n: number, most: number) => `${n}/${most}`,
    lacks: (band: string, n: number) => `thiếu ${n} điểm để lên ${band}`,
    unsaid: (n: number) => `còn ${n} tiêu chí chờ chấm`,
    not_counted: "không tính vào chỉ tiêu: ra mắt sau 30/6 hoặc không hoạt động cuối năm",
    drawn: "trong mẫu",
    none: "Không có câu lạc bộ nào.",
    draw: "Rút mẫu để xem kỹ",
    draw_share: "Tỷ lệ",
    draw_number: "Lượt rút số",
    draw_help:
        "Máy rút theo lượt và mã sổ, không ai chọn được; ai rút lại cùng lượt cũng ra đúng các " +
        "câu lạc bộ ấy.",
    draw_only: "Chỉ xem mẫu",
    draw_none: "không rút",
    bulk_approve: (n: number) => `Duyệt ${n} câu lạc bộ xã đã thẩm định`,
    bulk_appraise: (n: number) => `Thẩm định ${n} câu lạc bộ: đồng ý với điểm tự chấm`,
    bulk_appraise_help: "Chỉ những câu lạc bộ có kết quả tự chấm bằng kết quả sổ tính ra.",
    look_first: (n: number) =>
        `Còn ${n} câu lạc bộ trong mẫu chưa mở xem. Hãy mở từng phiếu trước.`,
    draw_first: "Hãy rút mẫu trước khi duyệt hàng loạt.",
    next_drawn: (name: string, left: number) => `Tiếp trong mẫu: ${name} (còn ${left} chưa xem)`,
    seen: "đã xem",
    decision: "Quyết định số",
    on: "Ngày",
    done: (n: number) => `Đã ghi ${n} câu lạc bộ.`,
    left: (n: number) => `${n} câu lạc bộ chưa ghi được:`,
    sheet: (year: number, club: string) => `Xếp loại năm ${year}: ${club}`,
    steps: "Các bước",
    no_steps: "Chưa có bước nào.",
    version: "Tính theo bộ tiêu chí",
    version_help: "Tính lại theo bộ khác không làm đổi kết quả đã duyệt.",
    version_trial: "Đang tính thử theo bộ khác. Chọn lại bộ đang dùng để ghi một bước.",
    sample: (share: number, draw: number, drawn: number, of: number) =>
        `mẫu ${share} %, lượt ${draw}: đã xem ${drawn}/${of} CLB`,
    known: (at: string) => `theo những gì đã ghi đến ${at}`,
    own_points: "Điểm",
    evidence: club.rating_evidence,
    measured: club.rating_measured,
    judged: "Người chấm",
    total: club.rating_total,
    band: club.rating_band,
    bands: club.bands,
    lift: club.rating_lift,
    unanswered: "Hãy chấm hết các tiêu chí chưa có điểm.",
    differs: (band: string) => `Sổ bây giờ tính ra ${band}.`,
    reason: (criterion: string) => `Vì sao: ${criterion}`,
    why: "vì sao",
    note: "Lý do, ghi chú",
    note_wanted: "Hãy ghi lý do.",
    self_score: "Ghi điểm tự chấm (từ giấy)",
    appraise: "Thẩm định",
    appraise_again: "Thẩm định lại",
    not_over: (year: number) => `Năm ${year} chưa hết: điểm do sổ tính còn thay đổi.`,
    answer_open:
        "Câu lạc bộ không đồng ý và đã giải trình: xã thẩm định lại, giữ hay đổi loại, " +
        "rồi tỉnh duyệt.",
    approve: "Duyệt",
    send_back: "Trả lại",
    answer: "Ghi giải trình của câu lạc bộ",
    said: {
        rating_counts: club.rating_counts,
        rating_in_band: club.rating_in_band,
        rating_off_band: club.rating_off_band,
        rating_na: club.rating_na,
        rating_waits: club.rating_waits,
        rating_points: club.rating_points,
        rating_lift_line: club.rating_lift_line,
    },
};

export const issued = {
    title: "Đã ban hành",
    none: "Chưa ban hành báo cáo nào.",
    issue: "Ban hành",
    issue_help:
        "Ghi vào sổ của Hội và giữ nguyên tệp: ba mốc ngày, số đầu mỗi sổ và mã của tệp. " +
        "Bản đã ký ghi ở mục Văn bản, hướng dẫn.",
    into: "Ghi vào sổ của",
    number: "Số văn bản, ghi đủ như 12/BC-HNCT",
    done: "Đã ban hành và giữ tệp.",
    open: "Mở tệp",
    again: "Hỏi lại hôm nay",
    again_wait: "Đang lập lại theo những gì đã biết khi ấy và bây giờ, mất vài giây…",
    same: "Hỏi lại hôm nay: không có con số nào khác.",
    differs: (n: number) => `Hỏi lại hôm nay: ${n} chỗ khác.`,
    place: "Số liệu",
    line: "Dòng",
    before: "Khi ban hành",
    after: "Bây giờ",
    later: (entries: number, books: number) =>
        `Từ đó đến nay ${books} sổ có thêm ${entries} bút toán. ` +
        "Những bút toán nói về ngày trong kỳ:",
    later_none: "Không có bút toán mới nào nói về ngày trong kỳ.",
    later_more:
        "Còn những bút toán khác chưa nêu ở đây: quá nhiều, hoặc trong sổ bạn không được xem.",
    entry: (seq: number) => `bút toán ${seq}`,
    dates: (as_of: string, units: string, known: string) =>
        `số liệu đến ${as_of} · bản đồ ${units} · biết đến ${known}`,
    criteria: (name: string) => `tiêu chí xếp loại: ${name}`,
    no_criteria: "chưa có",
    on_screen: "Xem trên màn hình",
    books: (n: number) => `${n} sổ`,
    digest: "Mã tệp",
};

export const field = {
    nav: "Phiếu mang theo",
    title: "Phiếu kiểm tra mang theo",
    help:
        "Mở và ghi được cả khi không có mạng. Phiếu xong sẽ tự gửi khi có mạng và bạn đã đăng " +
        "nhập; chưa gửi thì vẫn nằm trong máy này.",
    none:
        "Chưa mang phiếu nào. Vào Kiểm tra, giám sát › Nên đi kiểm tra đâu trước và bấm " +
        "Mang theo.",
    carry: "Mang theo",
    carried: "Đã mang phiếu theo máy này.",
    fill: "Ghi phiếu",
    later: "Để sau",
    finish: "Xong, gửi khi có mạng",
    waits: "Đã ghi xong, chờ gửi.",
    again: "Sửa lại",
    send: "Gửi ngay",
    sent: (n: number) => `Đã gửi ${n} phiếu kiểm tra.`,
    drop: "Bỏ phiếu này",
    drop_sure: "Bỏ hẳn, mất những gì đã ghi",
    offline: (n: number) => `Không có mạng. ${n} phiếu kiểm tra mang theo vẫn dùng được:`,
};
