// What the commune's officer has done with what this phone sent.

export const vi = {
    case_officer_let_go: "Cán bộ xã đã xem và không ghi vào sổ. Lý do",
    case_officer_recorded: "Đã có bút toán khác thay cho việc này.",
};
