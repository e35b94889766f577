// Beast and Asio are compiled here and nowhere else (see lth_define(http …) in CMakeLists.txt).
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
