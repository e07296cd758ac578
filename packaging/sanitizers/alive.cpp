// Makes the mistake that the build's sanitizer is there to find: a sanitizer that is silenced shall not look like a
// program without mistakes.

#include <QCoreApplication>
#include <QTimer>

#include <thread>

namespace {

int counted = 0;

/// Handed over in order, so no mistake; then written by both at once.
void race(QCoreApplication& app)
{
    int handed = 0;
    std::thread other([&] {
        handed = 1;
        QMetaObject::invokeMethod(
            &app, [&] { app.exit(handed == 1 ? 0 : 1); }, Qt::QueuedConnection);
        for (int i = 0; i < 1000; ++i)
            ++counted;
    });
    app.exec();
    for (int i = 0; i < 1000; ++i)
        ++counted;
    other.join();
}

void leak()
{
    volatile auto* lost = new int(0);
    *lost = 1;
    lost = nullptr;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("race"))
        race(app);
    else
        leak();
    return 0;
}
