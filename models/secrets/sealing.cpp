#include "secrets/sealing.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace nc {
namespace {

constexpr int nonceSize = 12;
constexpr int tagSize = 16;

struct FreeContext {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

unsigned char* bytes(QByteArray& array, qsizetype at = 0)
{
    return reinterpret_cast<unsigned char*>(array.data() + at);
}

const unsigned char* bytes(const QByteArray& array, qsizetype at = 0)
{
    return reinterpret_cast<const unsigned char*>(array.constData() + at);
}

} // namespace

QByteArray randomKey(int size)
{
    QByteArray key(size, '\0');
    return RAND_bytes(bytes(key), size) == 1 ? key : QByteArray();
}

std::optional<QByteArray> seal(const QByteArray& key, const QByteArray& context, const QByteArray& plain)
{
    const Context cipher(EVP_CIPHER_CTX_new());
    QByteArray sealed = randomKey(nonceSize);
    if (!cipher || sealed.isEmpty() || key.size() != 32)
        return std::nullopt;
    sealed.resize(nonceSize + plain.size() + tagSize);
    int size = 0;
    if (EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(sealed)) != 1
        || EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytes(context), static_cast<int>(context.size())) != 1
        || EVP_EncryptUpdate(
               cipher.get(), bytes(sealed, nonceSize), &size, bytes(plain), static_cast<int>(plain.size()))
            != 1
        || EVP_EncryptFinal_ex(cipher.get(), bytes(sealed, nonceSize + size), &size) != 1
        || EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, bytes(sealed, nonceSize + plain.size()))
            != 1)
        return std::nullopt;
    return sealed;
}

std::optional<QByteArray> unseal(const QByteArray& key, const QByteArray& context, const QByteArray& sealed)
{
    const qsizetype plainSize = sealed.size() - nonceSize - tagSize;
    const Context cipher(EVP_CIPHER_CTX_new());
    if (!cipher || plainSize < 0 || key.size() != 32)
        return std::nullopt;
    QByteArray plain(plainSize, '\0');
    QByteArray tag = sealed.last(tagSize);
    int size = 0;
    if (EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(sealed)) != 1
        || EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytes(context), static_cast<int>(context.size())) != 1
        || EVP_DecryptUpdate(cipher.get(), bytes(plain), &size, bytes(sealed, nonceSize), static_cast<int>(plainSize))
            != 1
        || EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) != 1
        || EVP_DecryptFinal_ex(cipher.get(), bytes(plain, size), &size) != 1)
        return std::nullopt;
    return plain;
}

} // namespace nc
