// What stands on paper.

export const paper = {
    paper_nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    paper_motto: "Độc lập - Tự do - Hạnh phúc",
    paper_dated: (day: string, month: string, year: string) =>
        `ngày ${day} tháng ${month} năm ${year}`,
    paper_no_date: "ngày …… tháng …… năm ………",
    paper_sign: "(Ký, ghi rõ họ tên)",
};
