#pragma once

#include <git2.h>
#include <memory>

namespace nc {

/// What libgit2 hands out, freed at the end: `Owned<git_index, git_index_free>`. For sources of this folder only.
template <class T, void (*Free)(T*)>
class Owned {
public:
    Owned() = default;
    /// Where a function of the library puts it.
    T** out() { return &m_pointer; }
    T* get() const { return m_pointer; }
    explicit operator bool() const { return m_pointer != nullptr; }

    ~Owned()
    {
        if (m_pointer)
            Free(m_pointer);
    }
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;

private:
    T* m_pointer = nullptr;
};

using GitIndex = Owned<git_index, git_index_free>;
using GitDiff = Owned<git_diff, git_diff_free>;
using GitTree = Owned<git_tree, git_tree_free>;
using GitTreeEntry = Owned<git_tree_entry, git_tree_entry_free>;
using GitObject = Owned<git_object, git_object_free>;
using GitBlob = Owned<git_blob, git_blob_free>;
using GitReference = Owned<git_reference, git_reference_free>;
using GitConfig = Owned<git_config, git_config_free>;
using GitBlame = Owned<git_blame, git_blame_free>;
using GitCommitObject = Owned<git_commit, git_commit_free>;
using GitFilters = Owned<git_filter_list, git_filter_list_free>;

/// A buffer of the library's.
class GitBuffer {
public:
    GitBuffer() = default;
    ~GitBuffer() { git_buf_dispose(&m_buffer); }
    GitBuffer(const GitBuffer&) = delete;
    GitBuffer& operator=(const GitBuffer&) = delete;

    git_buf* out() { return &m_buffer; }
    QByteArray bytes() const { return {m_buffer.ptr, qsizetype(m_buffer.size)}; }

private:
    git_buf m_buffer = GIT_BUF_INIT;
};

} // namespace nc
