// The phone itself: copies, lock, clock, check, sharing.

export const device = {
    device: "Máy này: bản sao, khoá, chuyển việc",
    device_unsent: "Việc chưa gửi",
    device_unsent_help: (n: number) =>
        n > 0
            ? `${n} việc đang nằm trên máy này, chưa tới tỉnh. Nếu máy sắp hỏng hay lâu chưa ` +
              "có mạng, hãy lưu ra tệp rồi gửi bằng một máy khác của câu lạc bộ."
            : "Mọi việc của máy này đã tới tỉnh.",
    device_export: "Lưu việc chưa gửi ra tệp",
    device_bring: "Gửi giúp máy khác",
    device_copy: "Bản sao của sổ",
    device_copy_help:
        "Lưu cả sổ ra một tệp để cất giữ, để kiểm tra biên bản, hoặc để phục hồi khi " +
        "máy chủ hỏng. Tệp có tên và nợ của thành viên: chỉ đưa cho người được xem sổ.",
    device_copy_do: "Lưu cả sổ ra tệp",
    device_storage: "Giữ sổ khi máy đầy",
    device_storage_safe: "Trình duyệt sẽ không tự xoá sổ.",
    device_storage_help: "Khi máy đầy, trình duyệt có thể tự xoá dữ liệu của các trang.",
    device_storage_ask: "Xin trình duyệt giữ sổ",
    device_forget_unsent: (n: number) =>
        `Còn ${n} việc chưa gửi nên chưa xoá được. Hãy gửi, hoặc lưu việc chưa gửi ra tệp trước.`,
    device_forget_saved: (n: number) =>
        `Còn ${n} việc chưa gửi, chỉ còn trong tệp vừa lưu. Xoá sổ khỏi máy này?`,
    device_removed: "Đã xoá sổ khỏi máy này.",
    device_displaced: (n: number) =>
        `${n} việc của máy khác không còn trên máy chủ, chỉ còn ở máy này. Hãy lưu ra tệp và ` +
        "báo cán bộ xã.",
    enrol_carried: (n: number) =>
        `Đã gắn máy. ${n} việc chưa gửi từ trước được gửi tới xã để cán bộ xem lại.`,
    apart: (name: string) => `Không đọc được sổ ${name} trên máy này.`,
    apart_help: (n: number) =>
        (n > 0 ? `Còn ${n} việc chưa gửi, vẫn lưu ra tệp được. ` : "") +
        "Hãy xin cán bộ xã thẻ mới và quét thẻ: sổ được tải lại từ tỉnh.",
    bring_help:
        "Máy kia mở mục này, bấm «Lưu việc chưa gửi ra tệp» rồi chuyển tệp sang đây " +
        "(Zalo, Bluetooth). Máy này chỉ gửi hộ: cán bộ xã xem lại rồi mới ghi vào sổ.",
    bring_pick: "Chọn tệp của máy kia",
    bring_outcomes: {
        done: (n: number, name: string) => `Đã nhận ${n} việc của ${name}. Sẽ gửi khi có mạng.`,
        unreadable: () => "Tệp này không phải tệp việc chưa gửi. Không có gì thay đổi.",
        other_book: (_: number, name: string) =>
            `Tệp này của ${name || "câu lạc bộ khác"}. Máy này chưa gắn với sổ ấy, nên ` +
            "không gửi hộ được.",
        same_phone: () => "Tệp này của chính máy này: các việc vẫn còn ở đây và sẽ tự gửi.",
    },
    bring_refused: "Máy chủ không đọc được một việc của máy khác; việc ấy vẫn giữ ở đây.",
    bring_waiting: (n: number) => `${n} việc của máy khác đang chờ gửi.`,
    bring_known: (n: number) => `✓ ${n} việc của máy khác đã có ở tỉnh.`,
    bring_sent: (n: number) => `✓ ${n} việc của máy khác đã tới tỉnh, chờ cán bộ xã xem lại.`,

    wiped: (name: string) =>
        `Sổ của ${name} đã được xoá khỏi máy này, vì máy không còn quyền ghi sổ ấy.`,
    wiped_cases: (n: number) =>
        n > 0
            ? `Trước khi xoá, mọi việc đã được gửi đi; ${n} việc chưa ghi được đang chờ cán ` +
              "bộ xã xem lại."
            : "Trước khi xoá, mọi việc đã được gửi đi.",
    wiped_heard: "Tôi đã đọc",

    lock: "Khoá bốn số",
    lock_title: "Sổ đang khoá",
    lock_on: "Sổ đang có khoá.",
    lock_off: "Sổ không có khoá.",
    lock_help:
        "Khoá ngăn người mượn máy mở xem sổ. Khoá không mã hoá dữ liệu: người rành máy " +
        "tính cầm được máy vẫn có thể đọc. Hãy đặt cả khoá màn hình của điện thoại. Gõ " +
        "sai nhiều lần thì phải chờ lâu hơn; không bao giờ mất sổ. Thẻ mới của một câu lạc " +
        "bộ nào đó, quét trên máy này, cũng bỏ khoá.",
    lock_code: "Bốn số",
    lock_again: "Gõ lại bốn số",
    lock_differ: "Hai lần gõ không giống nhau.",
    lock_set: "Đặt khoá",
    lock_change: "Đổi hoặc bỏ khoá",
    lock_remove: "Bỏ khoá",
    lock_open: "Mở sổ",
    lock_wrong: "Chưa đúng. Hãy thử lại.",
    lock_wait: (seconds: number) =>
        seconds > 90
            ? `Gõ sai nhiều lần. Hãy chờ ${Math.ceil(seconds / 60)} phút.`
            : `Gõ sai nhiều lần. Hãy chờ ${seconds} giây.`,
    lock_forgot: "Quên bốn số?",
    lock_forgot_help:
        "Sổ vẫn còn nguyên, việc chưa gửi vẫn tự gửi khi có mạng. Hãy xin cán bộ xã in " +
        "thẻ mới cho máy này và quét thẻ: khoá sẽ được bỏ.",

    clock_ask: (today: string) => `Máy báo hôm nay là ngày ${today}. Có đúng không?`,
    clock_right: "Đúng",
    clock_wrong: "Không đúng",
    clock_day: "Hôm nay là ngày",
    clock_set: "Dùng ngày này",

    check_title: "Kiểm tra biên bản",
    check_code_help:
        "Gõ mã in ở cuối biên bản. Trang này xem trong sổ còn đúng buổi họp ấy không, " +
        "kể cả khi không có mạng.",
    check_never: (sign: string) =>
        `Mã biên bản gồm 16 chữ và số, không có «${sign}»: hãy xem lại chỗ ấy.`,
    check_which: "Xem trong sổ nào?",
    check_file: "Một tệp bản sao",
    check_file_pick: "Chọn tệp bản sao của sổ",
    check_no_file: "Hãy chọn tệp trước.",
    check_do: "Kiểm tra",
    check_found: {
        stands: "Buổi họp này còn nguyên trong sổ.",
        corrected: "Buổi họp này có trong sổ, nhưng sau đó đã được sửa.",
        pending: "Buổi họp này mới có trên máy này, chưa gửi tới tỉnh.",
        absent: "Sổ này không có biên bản mang mã ấy.",
    },
    check_in: (name: string, n: number) =>
        `Đã xem sổ ${name}: ${n} bút toán, nối liền nhau không đứt chỗ nào.`,
    check_compare: "Hãy so ngày và số tiền trên đây với tờ biên bản trong tay.",
    check_reversed: (op: string, on: string, by: number) =>
        `Đã huỷ: ${op}${by ? `, ngày ${on}, bằng bút toán số ${by}` : ""}.`,
    check_broken: (n: number) =>
        `Bản sổ này không đáng tin: từ bút toán thứ ${n} nó đã bị sửa hoặc bị hỏng.`,

    share_invite_title: "GIẤY MỜI HỌP",
    share_result_title: "KẾT QUẢ BUỔI SINH HOẠT",
    share_at: "Mấy giờ",
    share_place: "Ở đâu",
    share_invite: (name: string, at: string, on: string, place: string) =>
        `${name} kính mời bà con thành viên dự buổi sinh hoạt:\n` +
        `- Lúc ${at} ngày ${on}${place ? `\n- Tại ${place}` : ""}\n` +
        "Rất mong bà con đến đông đủ, đúng giờ.",
    share_held: (name: string, on: string, present: number) =>
        `${name} đã sinh hoạt ngày ${on}, ${present} thành viên dự.`,
    share_areas: (areas: string) => `Nội dung: ${areas}.`,
    share_dues: (sum: string) => `Thu đóng góp: ${sum}.`,
    share_repaid: (sum: string) => `Thu gốc và lãi: ${sum}.`,
    share_lent: (n: number, sum: string) => `Cho vay mới: ${n} khoản, ${sum}.`,
    share_next: (on: string) => `Buổi tới: ngày ${on}. Mời bà con đến đông đủ.`,
    share_event: (name: string) => `Sinh hoạt ${name}`,
    share_no_names: "Không có tên người vay hay người ốm trong tin này.",
    share_copy: "Chép chữ",
    share_picture: "Gửi hình",
    share_calendar: "Lưu vào lịch",
    listen: "Nghe",
    listen_none: "Máy này không có giọng đọc tiếng Việt, nên không có nút «Nghe».",

    photo: "Ảnh biên bản đã ký",
    photo_help: "Ảnh được thu nhỏ trên máy này rồi gửi sau khi buổi họp đã tới tỉnh.",
    photo_pick: "Chụp hoặc chọn ảnh",
    photo_unreadable: "Không đọc được ảnh này.",
    photo_again: "Ảnh này đã lưu rồi: hãy chọn ảnh khác.",
    photo_size: (kb: number) => `Ảnh còn ${kb} kB.`,
    photo_keep: "Lưu ảnh này",
    photo_has: (n: number) =>
        n ? `Buổi này có ${n} ảnh biên bản.` : "Buổi này chưa có ảnh biên bản.",
    photo_sent: (n: number, all: number) => `${n} trên ${all} ảnh đã tới tỉnh`,
    photo_refused: (n: number) => `${n} ảnh không được nhận. Nếu cần, hãy chụp lại.`,
};
