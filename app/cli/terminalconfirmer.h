#pragma once

#include "gate/confirmer.h"

namespace nc::cli {

class Environment;

/// Asks at the terminal; --yes answers by itself, and where nobody sits there nothing is typed.
class TerminalConfirmer : public Confirmer {
public:
    /// `env` must outlive it.
    explicit TerminalConfirmer(Environment& env)
        : m_env(env)
    {
    }
    QString typed(const NameQuestion& question) const override;

private:
    Environment& m_env;
};

} // namespace nc::cli
