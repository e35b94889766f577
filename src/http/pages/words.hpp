// The dictionary of the pages: every text once, in both languages.
#pragma once

#include "http/pages/phrase.hpp"

namespace lth::http::pages::words {

// The frame of each page.
inline constexpr Phrase product{"Liên Thế Hệ", "Liên Thế Hệ"};
inline constexpr Phrase skip{"Đến nội dung chính", "Skip to the content"};
inline constexpr Phrase navigation{"Các trang", "Pages"};
inline constexpr Phrase desk{"Bàn làm việc", "Desk"};
inline constexpr Phrase nav_standing{"Tiến độ đề án", "Standing"};
inline constexpr Phrase nav_units{"Địa bàn", "Areas"};
inline constexpr Phrase nav_clubs{"Câu lạc bộ", "Clubs"};
inline constexpr Phrase nav_claims{"Văn bản và sổ", "Documents and books"};
inline constexpr Phrase other_language{"English", "Tiếng Việt"};
inline constexpr Phrase simulated{
    "Dữ liệu mô phỏng: mọi người, câu lạc bộ và con số ở đây đều do máy dựng, trừ các tổng số của "
    "ngày 30/09/2020.",
    "Simulated data: all people, clubs and figures here are made up, but for the totals of "
    "30 September 2020."};
inline constexpr Phrase simulated_mark{"MÔ PHỎNG", "SIMULATED"};
inline constexpr Phrase path{"Đường dẫn", "Path"};
inline constexpr Phrase whole_province{"Toàn tỉnh", "Whole province"};
inline constexpr Phrase known_now{"Theo mọi bút toán đã nhận đến nay.",
                                  "With every entry received so far."};
inline constexpr Phrase known_until{"Chỉ theo bút toán đã nhận đến", "With entries received until"};
inline constexpr Phrase answered_at{"Trả lời lúc", "Answered at"};
inline constexpr Phrase same_in_json{"Số liệu dạng JSON", "The same as JSON"};
inline constexpr Phrase unknown{"chưa rõ", "unknown"};
inline constexpr Phrase none{"không có", "none"};

inline constexpr Phrase reversed{"đã đảo", "reversed"};
inline constexpr Phrase income_fund{"Quỹ tăng thu nhập", "Income fund"};
inline constexpr Phrase operating_fund{"Quỹ hoạt động", "Operating fund"};

// The three dates.
inline constexpr Phrase dates{"Ngày số liệu và bản đồ", "Dates and map"};
inline constexpr Phrase as_of{"Số liệu đến ngày", "Figures as of"};
inline constexpr Phrase units_as_of{"Theo địa giới ngày", "On the map of"};
inline constexpr Phrase known_at{"Sổ đã nhận đến ngày (để trống: đến nay)",
                                 "Entries received until (blank: now)"};
inline constexpr Phrase date_form{"năm-tháng-ngày, ví dụ 2020-09-30",
                                  "year-month-day, for example 2020-09-30"};
inline constexpr Phrase show{"Xem", "Show"};
inline constexpr Phrase map_same_day{"cùng ngày số liệu", "the same day"};
inline constexpr Phrase map_districts{"huyện", "districts"};
inline constexpr Phrase map_communes{"xã", "communes"};
inline constexpr Phrase map_no_districts{"không có cấp huyện", "no districts"};
inline constexpr Phrase scheme{"Đề án", "Scheme"};
inline constexpr Phrase scheme_by_date{"theo ngày số liệu", "by the date of the figures"};

// Standing.
inline constexpr Phrase standing{"Tiến độ đề án", "Standing of the scheme"};
inline constexpr Phrase period{"Giai đoạn", "Period"};
inline constexpr Phrase ended{"Kết thúc giai đoạn", "The period has ended"};
inline constexpr Phrase targets{"Các chỉ tiêu", "Targets"};
inline constexpr Phrase targets_caption{
    "Từng chỉ tiêu: thực hiện, mục tiêu, kết quả và số liệu "
    "dựa trên gì",
    "Each target: value, goal, result, and what it rests on"};
inline constexpr Phrase target{"Chỉ tiêu", "Target"};
inline constexpr Phrase value{"Thực hiện", "Value"};
inline constexpr Phrase goal{"Mục tiêu", "Goal"};
inline constexpr Phrase goal_from{"từ", "from"};
inline constexpr Phrase within{"khung", "band"};
inline constexpr Phrase goal_by{"đến", "by"};
inline constexpr Phrase other_targets{"Chỉ tiêu mà đề án này không đặt",
                                      "Targets that this scheme does not set"};
inline constexpr Phrase progress{"Mức đạt", "Progress"};
inline constexpr Phrase result{"Kết quả", "Result"};
inline constexpr Phrase met{"Đạt", "Met"};
inline constexpr Phrase tile_map{"Bản đồ ô", "Map of tiles"};
inline constexpr Phrase tile_help{
    "Mỗi ô là một đơn vị, đặt gần đúng chỗ của nó; ô đậm hơn thì số lớn hơn.",
    "Each tile is a unit, near where it lies; the darker, the larger."};
inline constexpr Phrase coloured_by{"Tô theo", "Coloured by"};
inline constexpr Phrase on_track{"đúng tiến độ", "on track"};
inline constexpr Phrase watch{"cần chú ý", "watch"};
inline constexpr Phrase at_risk{"nguy cơ không đạt", "at risk"};
inline constexpr Phrase outlook{"Dự báo khi đề án kết thúc", "Forecast for the end of the scheme"};
inline constexpr Phrase outlook_about{"khoảng", "about"};
inline constexpr Phrase outlook_between{"bốn phần năm khả năng nằm trong",
                                        "with four chances of five within"};
inline constexpr Phrase outlook_chance{"khả năng đạt mục tiêu", "chance of reaching the goal"};
inline constexpr Phrase by_month{"Diễn biến theo tháng (cuối tháng)",
                                 "Month by month (at its end)"};
inline constexpr Phrase not_met{"Chưa đạt", "Not met"};
inline constexpr Phrase undecided{"Chưa kết luận", "Cannot be said"};
inline constexpr Phrase no_goal{"Không đặt mục tiêu", "No goal"};
inline constexpr Phrase national_goal{"Chỉ tiêu cả nước", "The country's goal"};
inline constexpr Phrase whole_country{"cả nước", "whole country"};
inline constexpr Phrase of_which{"Trong đó", "Of which"};
inline constexpr Phrase more{"Chi tiết", "Details"};
inline constexpr Phrase missing{"Còn thiếu", "Missing"};
inline constexpr Phrase short_of{"còn thiếu", "still missing:"};
inline constexpr Phrase and_more{"và còn nữa:", "and more:"};
inline constexpr Phrase all_missing{"Xem tất cả", "See all"};
inline constexpr Phrase nothing_missing{"Không còn thiếu nơi nào.", "Nothing is missing."};
inline constexpr Phrase measures{"Các con số khác", "Further measures"};
inline constexpr Phrase measures_caption{"Số liệu trên cùng ngày và bản đồ",
                                         "Measures on the same date and map"};
inline constexpr Phrase measure{"Số liệu", "Measure"};
inline constexpr Phrase notes{"Ghi chú", "Notes"};
inline constexpr Phrase on_books{"CLB ghi sổ trên hệ thống", "Clubs that keep their book here"};
inline constexpr Phrase at_a_glance{"Nhìn nhanh", "At a glance"};

// Documents beside books.
inline constexpr Phrase claims{"Văn bản nói gì, sổ sách cho thấy gì",
                               "What documents say, what the books show"};
inline constexpr Phrase claims_intro{
    "Con số trong văn bản được giữ nguyên bên cạnh sổ sách và không cộng vào tổng nào. Một tỷ lệ "
    "chỉ được làm tròn đến mức không biến điều chưa đúng thành đúng: 69,992 % không phải là «trên "
    "70 %».",
    "Figures of documents are kept beside the books and enter no sum. A share is rounded only so "
    "far that what is not true does not become true: 69.992 % is not “over 70 %”."};
inline constexpr Phrase document{"Văn bản", "Document"};
inline constexpr Phrase document_date{"Về ngày", "About"};
inline constexpr Phrase it_says{"Văn bản nói", "It says"};
inline constexpr Phrase books_say{"Sổ sách", "Books"};
inline constexpr Phrase holds{"Đúng", "True"};
inline constexpr Phrase holds_not{"Không đúng hẳn", "Not quite"};
inline constexpr Phrase holds_unknown{"Chưa đối chiếu được", "Cannot be compared"};
inline constexpr Phrase explanation{"Giải thích", "Explanation"};
inline constexpr Phrase no_claims{"Chưa ghi con số nào của văn bản.",
                                  "No figures of documents are on record."};

// Units.
inline constexpr Phrase units{"Địa bàn", "Areas"};
inline constexpr Phrase units_caption{"Các đơn vị trực thuộc", "Units in it"};
inline constexpr Phrase unit{"Đơn vị", "Unit"};
inline constexpr Phrase communes_reached{"Xã có CLB", "Communes with a club"};
inline constexpr Phrase villages_reached{"Khu dân cư có CLB", "Villages with a club"};
inline constexpr Phrase clubs_active{"CLB hoạt động", "Active clubs"};
inline constexpr Phrase sorted_by{"Sắp xếp", "Sort by"};
inline constexpr Phrase as_entered{"Thứ tự vào sổ", "As entered"};
inline constexpr Phrase newest_first{"Mới ra mắt trước", "Newest first"};
inline constexpr Phrase oldest_first{"Ra mắt lâu nhất trước", "Oldest first"};
inline constexpr Phrase largest_first{"Đông trước", "Largest first"};
inline constexpr Phrase smallest_first{"Ít người trước", "Smallest first"};
inline constexpr Phrase members{"Thành viên", "Members"};
inline constexpr Phrase clusters{"Cụm xã, phường", "Clusters of communes"};
inline constexpr Phrase villages_caption{"Khu dân cư và câu lạc bộ phục vụ",
                                         "Villages and the clubs that serve them"};
inline constexpr Phrase village{"Khu dân cư", "Village"};
inline constexpr Phrase unclear{"chưa rõ nay thuộc đâu", "not known where it belongs now"};
inline constexpr Phrase provisional{"tạm tính, chờ phân khu", "provisional, to be assigned"};
inline constexpr Phrase standing_here{"Tiến độ đề án ở đây", "Standing here"};
inline constexpr Phrase clubs_here{"Câu lạc bộ ở đây", "Clubs here"};
inline constexpr Phrase no_villages{"Chưa có danh sách khu dân cư.",
                                    "There is no list of villages."};

// Clubs.
inline constexpr Phrase clubs{"Câu lạc bộ", "Clubs"};
inline constexpr Phrase clubs_caption{"Câu lạc bộ trên ngày và bản đồ đã chọn",
                                      "Clubs on the chosen date and map"};
inline constexpr Phrase club{"Câu lạc bộ", "Club"};
inline constexpr Phrase search{"Tìm theo tên (không cần dấu)", "Search by name (marks not needed)"};
inline constexpr Phrase find{"Tìm", "Search"};
inline constexpr Phrase status{"Trạng thái", "Status"};
inline constexpr Phrase launched{"Ra mắt", "Launched"};
inline constexpr Phrase commune{"Xã, phường", "Commune"};
inline constexpr Phrase no_clubs{"Không có câu lạc bộ nào.", "There are no clubs."};
inline constexpr Phrase previous{"Trang trước", "Previous"};
inline constexpr Phrase next{"Trang sau", "Next"};
inline constexpr Phrase pages{"Phân trang", "Paging"};

// A club.
inline constexpr Phrase club_people{"Thành viên trên ngày đã chọn", "Members on the chosen date"};
inline constexpr Phrase women{"Nữ", "Women"};
inline constexpr Phrase elderly{"Từ đủ 60 tuổi", "60 and over"};
inline constexpr Phrase elderly_custom{"Từ đủ 55 tuổi (cách gọi của CLB)",
                                       "55 and over (the clubs' custom)"};
inline constexpr Phrase younger{"Dưới 60 tuổi", "Under 60"};
inline constexpr Phrase hardship{"Hoàn cảnh khó khăn", "In hardship"};
inline constexpr Phrase birth_unknown{"Chưa rõ năm sinh", "Birth year unknown"};
inline constexpr Phrase sex_unknown{"Chưa rõ giới tính", "Sex unknown"};
inline constexpr Phrase few_people{"Nhóm dưới 5 người: không nêu đặc điểm của người.",
                                   "A group under 5: no attributes of people are shown."};
inline constexpr Phrase band{"Khung", "Band"};
inline constexpr Phrase inside{"trong khung", "inside"};
inline constexpr Phrase outside{"ngoài khung", "outside"};
inline constexpr Phrase money{"Tiền trên ngày đã chọn", "Money on the chosen date"};
inline constexpr Phrase capital{"Vốn quỹ tăng thu nhập", "Capital of the income fund"};
inline constexpr Phrase outstanding{"Dư nợ", "Outstanding"};
inline constexpr Phrase overdue{"Quá hạn trên 30 ngày", "More than 30 days late"};
inline constexpr Phrase balances{"Số dư hai quỹ, theo sổ hiện nay", "Balances of both funds, now"};
inline constexpr Phrase account{"Tài khoản", "Account"};
inline constexpr Phrase amount{"Số tiền", "Amount"};
inline constexpr Phrase loans{"Khoản vay, theo sổ hiện nay", "Loans, now"};
inline constexpr Phrase loan{"Khoản vay", "Loan"};
inline constexpr Phrase borrower{"Người vay (mã)", "Borrower (id)"};
inline constexpr Phrase disbursed{"Ngày vay", "Lent on"};
inline constexpr Phrase principal{"Gốc", "Principal"};
inline constexpr Phrase due_by{"Hạn cuối", "Due by"};
inline constexpr Phrase settled{"Tất toán", "Settled"};
inline constexpr Phrase late{"Quá hạn", "Late"};
inline constexpr Phrase days{"ngày", "days"};
inline constexpr Phrase loans_closed{
    "Khoản vay của từng người chỉ mở cho ai được xem họ tên, ở cấp tỉnh khi đã ghi lý do.",
    "Loans of single members are open to whoever is shown names; at the province, with a reason."};
inline constexpr Phrase members_closed{
    "Chỉ xem số cộng: việc của từng người chỉ mở cho ai được xem họ tên, ở cấp tỉnh khi đã ghi lý "
    "do.",
    "Sums only: what single members did is open to whoever is shown names; at the province, with a "
    "reason."};
inline constexpr Phrase times_alike{"lần", "times"};
inline constexpr Phrase no_loans{"Chưa có khoản vay nào.", "There are no loans."};
inline constexpr Phrase meetings{"Sinh hoạt gần đây", "Recent meetings"};
inline constexpr Phrase date{"Ngày", "Date"};
inline constexpr Phrase kind{"Loại", "Kind"};
inline constexpr Phrase present{"Có mặt", "Present"};
inline constexpr Phrase no_meetings{"Chưa ghi buổi nào.", "No meetings on record."};
inline constexpr Phrase reports{"Báo cáo", "Reports"};
inline constexpr Phrase no_reports{"Không có báo cáo.", "No reports."};
inline constexpr Phrase ratings{"Xếp loại", "Rating"};
inline constexpr Phrase not_rated{"Chưa có kết quả được duyệt.", "No result has been approved."};
inline constexpr Phrase peers{"So với câu lạc bộ tương đồng", "Beside its peers"};
inline constexpr Phrase no_peers{"Chưa đủ 8 câu lạc bộ tương đồng để so.",
                                 "There are not eight such clubs yet."};
inline constexpr Phrase figure{"Số liệu", "Figure"};
inline constexpr Phrase this_club{"Câu lạc bộ này", "This club"};
inline constexpr Phrase middle_half{"Nửa ở giữa", "The middle half"};
inline constexpr Phrase place_of{"Ở đâu", "Where it lies"};
inline constexpr Phrase programme{"Chương trình", "Programme"};
inline constexpr Phrase open_book{"Mở sổ của câu lạc bộ", "Open the club's book"};
inline constexpr Phrase no_book{"Câu lạc bộ chưa ghi sổ tiền trên hệ thống.",
                                "The club does not keep its money here yet."};

// A book.
inline constexpr Phrase book{"Sổ", "Book"};
inline constexpr Phrase book_caption{"Bút toán theo thứ tự nhận", "Entries in the order received"};
inline constexpr Phrase entry{"Bút toán", "Entry"};
inline constexpr Phrase entries_in_book{"bút toán trong sổ", "entries in the book"};
inline constexpr Phrase received{"Nhận lúc", "Received"};
inline constexpr Phrase operations{"Nghiệp vụ", "Operations"};
inline constexpr Phrase operation{"Nghiệp vụ", "Operation"};
inline constexpr Phrase chain{"Mã chuỗi", "Chain hash"};
inline constexpr Phrase digest{"Mã bút toán", "Entry digest"};
inline constexpr Phrase chain_holds{"Khớp với bút toán trước", "Follows from the entry before"};
inline constexpr Phrase chain_broken{"KHÔNG khớp với bút toán trước",
                                     "Does NOT follow from the entry before"};
inline constexpr Phrase recorded_by{"Người ghi", "Recorded by"};
inline constexpr Phrase author{"Mã người ghi", "Author's id"};
inline constexpr Phrase device{"Thiết bị", "Device"};
inline constexpr Phrase field{"Trường", "Field"};
inline constexpr Phrase private_parts{"Phần riêng tư", "Private parts"};
inline constexpr Phrase to_first{"Từ đầu sổ", "From the start"};

// When something is wrong.
inline constexpr Phrase not_found{"Không tìm thấy", "Not found"};
inline constexpr Phrase wrong_request{"Yêu cầu chưa đúng", "The request is not right"};
inline constexpr Phrase fault{"Máy chủ gặp sự cố", "The server met a fault"};
inline constexpr Phrase back{"Về trang tiến độ", "Back to the standing"};

}  // namespace lth::http::pages::words
