#include "text/linematcher.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

namespace nc {
namespace {

constexpr long mostEdits = 2000;
constexpr long nowhere = -4;

class Matcher {
public:
    Matcher(const std::vector<int>& a, const std::vector<int>& b)
        : m_a(a)
        , m_b(b)
        , m_forward(a.size() + b.size() + 3)
        , m_backward(a.size() + b.size() + 3)
    {
    }

    std::vector<LineMatch> run()
    {
        // Halves wait on a stack of our own: the depth of the division is not bounded by anything small.
        std::vector<Box> boxes{{0, size(m_a), 0, size(m_b)}};
        while (!boxes.empty()) {
            Box box = boxes.back();
            boxes.pop_back();
            long front = 0;
            while (box.a0 + front < box.a1 && box.b0 + front < box.b1 && same(box.a0 + front, box.b0 + front))
                ++front;
            add(box.a0, box.b0, front);
            box.a0 += front;
            box.b0 += front;
            long back = 0;
            while (box.a1 - back > box.a0 && box.b1 - back > box.b0 && same(box.a1 - back - 1, box.b1 - back - 1))
                ++back;
            add(box.a1 - back, box.b1 - back, back);
            box.a1 -= back;
            box.b1 -= back;
            if (box.a0 == box.a1 || box.b0 == box.b1)
                continue;
            const Point middle = split(box);
            if ((middle.a == box.a0 && middle.b == box.b0) || (middle.a == box.a1 && middle.b == box.b1))
                continue;
            boxes.push_back({box.a0, middle.a, box.b0, middle.b});
            boxes.push_back({middle.a, box.a1, middle.b, box.b1});
        }
        return merged();
    }

private:
    struct Box {
        long a0, a1, b0, b1;
    };
    struct Point {
        long a, b;
    };

    static long size(const std::vector<int>& v) { return static_cast<long>(v.size()); }
    bool same(long i, long j) const { return m_a[static_cast<std::size_t>(i)] == m_b[static_cast<std::size_t>(j)]; }
    void add(long a, long b, long length)
    {
        if (length > 0)
            m_matches.push_back(
                {static_cast<std::size_t>(a), static_cast<std::size_t>(b), static_cast<std::size_t>(length)});
    }

    /// A point on a shortest path through the box: where the searches from both corners meet. A search keeps, for each
    /// diagonal (x - y), how far along `a` it has come; positions count from the box's first corner.
    Point split(const Box& box)
    {
        const long n = box.a1 - box.a0;
        const long m = box.b1 - box.b0;
        const auto forward = [&](long k) -> long& { return m_forward[static_cast<std::size_t>(k + m + 1)]; };
        const auto backward = [&](long k) -> long& { return m_backward[static_cast<std::size_t>(k + m + 1)]; };
        const auto inside = [&](long x, long k) { return x >= 0 && x <= n && x - k >= 0 && x - k <= m; };
        for (long k = -m - 1; k <= n + 1; ++k) {
            forward(k) = nowhere;
            backward(k) = nowhere;
        }
        const long end = n - m; // the diagonal of the last corner
        const bool odd = (end & 1) != 0;
        forward(0) = 0;
        backward(end) = n;
        Point farthest{box.a0, box.b0};
        for (long d = 1; d <= n + m && d <= mostEdits; ++d) {
            for (long k = firstDiagonal(-d, -m); k <= std::min(d, n); k += 2) {
                const long right = inside(forward(k - 1) + 1, k) ? forward(k - 1) + 1 : nowhere;
                const long down = inside(forward(k + 1), k) ? forward(k + 1) : nowhere;
                long x = std::max(right, down);
                if (x == nowhere)
                    continue;
                while (x < n && x - k < m && same(box.a0 + x, box.b0 + x - k))
                    ++x;
                forward(k) = x;
                const Point here{box.a0 + x, box.b0 + x - k};
                if (here.a + here.b > farthest.a + farthest.b)
                    farthest = here;
                if (odd && std::abs(k - end) < d && backward(k) != nowhere && backward(k) <= x)
                    return here;
            }
            for (long k = end + firstDiagonal(-d, -m - end); k <= std::min(end + d, n); k += 2) {
                const long left = inside(backward(k + 1) - 1, k) ? backward(k + 1) - 1 : nowhere;
                const long up = inside(backward(k - 1), k) ? backward(k - 1) : nowhere;
                long x = left == nowhere ? up : up == nowhere ? left : std::min(left, up);
                if (x == nowhere)
                    continue;
                while (x > 0 && x - k > 0 && same(box.a0 + x - 1, box.b0 + x - k - 1))
                    --x;
                backward(k) = x;
                if (!odd && std::abs(k) <= d && forward(k) != nowhere && forward(k) >= x)
                    return {box.a0 + x, box.b0 + x - k};
            }
        }
        return farthest;
    }

    /// The first diagonal from `least` on that has the parity of `d` and is not below `limit`.
    static long firstDiagonal(long least, long limit) { return least >= limit ? least : limit + ((limit - least) & 1); }

    std::vector<LineMatch> merged()
    {
        std::sort(m_matches.begin(), m_matches.end(), [](const LineMatch& x, const LineMatch& y) { return x.a < y.a; });
        std::vector<LineMatch> out;
        for (const LineMatch& match : m_matches) {
            if (!out.empty() && out.back().a + out.back().length == match.a
                && out.back().b + out.back().length == match.b)
                out.back().length += match.length;
            else
                out.push_back(match);
        }
        return out;
    }

    const std::vector<int>& m_a;
    const std::vector<int>& m_b;
    std::vector<long> m_forward;
    std::vector<long> m_backward;
    std::vector<LineMatch> m_matches;
};

/// The elements of `own` that occur in `other`, and where they stood.
struct Common {
    Common(const std::vector<int>& own, const std::vector<int>& other)
    {
        const std::unordered_set<int> known(other.begin(), other.end());
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (known.contains(own[i])) {
                values.push_back(own[i]);
                places.push_back(i);
            }
        }
    }
    std::vector<int> values;
    std::vector<std::size_t> places;
};

} // namespace

std::vector<LineMatch> matchLines(const std::vector<int>& a, const std::vector<int>& b)
{
    // What stands on one side alone can match nothing; without it, texts that have little in common are short.
    const Common left(a, b);
    const Common right(b, a);
    std::vector<LineMatch> out;
    for (const LineMatch& match : Matcher(left.values, right.values).run()) {
        for (std::size_t i = 0; i < match.length; ++i) {
            const std::size_t x = left.places[match.a + i];
            const std::size_t y = right.places[match.b + i];
            if (!out.empty() && out.back().a + out.back().length == x && out.back().b + out.back().length == y)
                ++out.back().length;
            else
                out.push_back({x, y, 1});
        }
    }
    return out;
}

} // namespace nc
