#pragma once

#include <cstddef>
#include <vector>

namespace nc {

/// `length` equal elements from a[a] and b[b] on.
struct LineMatch {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t length = 0;
};

/// The longest common subsequence of two sequences as runs in their order, after E. Myers ("An O(ND) difference
/// algorithm", the linear-space form). Where more than some thousand edits would be needed it stops searching and cuts
/// at the farthest point reached, so that time stays bounded; the runs are then a common subsequence, not the longest.
std::vector<LineMatch> matchLines(const std::vector<int>& a, const std::vector<int>& b);

} // namespace nc
