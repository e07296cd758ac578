#pragma once

#include <QProcessEnvironment>

namespace nc {

/// The environment that every git of ours is started with. What would lead it to another repository, index, working
/// copy or configuration than the folder that is named, or start other programs (`GIT_DIR`, `GIT_INDEX_FILE`,
/// `GIT_CONFIG_…`, `GIT_EXEC_PATH`, …: a hook's or a script's inheritance), is taken out; who commits, how the server
/// is reached and what asks for passwords stays. Words are English, nobody is asked at a terminal, no editor opens.
QProcessEnvironment gitEnvironment();

} // namespace nc
