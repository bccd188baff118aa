#include "core/services/folders/tensor_values.h"

#include "services/folders/proto/tensorboard_event.pb.h"

#include <QtEndian>

#include <bit>
#include <cmath>

namespace plotleaf {

namespace {

enum TensorType {
    FloatType = 1,
    DoubleType = 2,
    Int32Type = 3,
    Uint8Type = 4,
    Int16Type = 5,
    Int8Type = 6,
    StringType = 7,
    Int64Type = 9,
    BoolType = 10,
    Bfloat16Type = 14,
    Uint16Type = 17,
    HalfType = 19,
    Uint32Type = 22,
    Uint64Type = 23,
};

constexpr qint64 maxElements = 1LL << 20;

/// Elements that the shape asks for; -1 when it is not one.
qint64 elementCount(const tensorboard::Tensor &tensor)
{
    qint64 count = 1;
    for (const auto &dim : tensor.tensor_shape().dim()) {
        if (dim.size() < 0 || dim.size() > maxElements)
            return -1;
        count *= dim.size();
        if (count > maxElements)
            return -1;
    }
    return count;
}

double fromBfloat16(quint16 bits)
{
    return static_cast<double>(std::bit_cast<float>(static_cast<quint32>(bits) << 16));
}

double fromHalf(quint16 bits)
{
    const int exponent = (bits >> 10) & 0x1F;
    const int fraction = bits & 0x3FF;
    const double sign = (bits & 0x8000) ? -1.0 : 1.0;
    if (exponent == 0x1F)
        return fraction ? std::numeric_limits<double>::quiet_NaN()
                        : sign * std::numeric_limits<double>::infinity();
    if (exponent == 0)
        return sign * std::ldexp(fraction, -24);
    return sign * std::ldexp(1024 + fraction, exponent - 25);
}

template <typename Stored, typename Convert>
std::vector<double> fromContent(const std::string &content, qint64 count, Convert convert)
{
    if (content.size() != static_cast<size_t>(count) * sizeof(Stored))
        return {};
    std::vector<double> numbers(static_cast<size_t>(count));
    for (size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = convert(qFromLittleEndian<Stored>(content.data() + i * sizeof(Stored)));
    return numbers;
}

template <typename Stored>
std::vector<double> fromContent(const std::string &content, qint64 count)
{
    return fromContent<Stored>(content, count, [](Stored v) { return static_cast<double>(v); });
}

std::vector<double> contentNumbers(int type, const std::string &content, qint64 count)
{
    switch (type) {
    case FloatType:
        return fromContent<float>(content, count);
    case DoubleType:
        return fromContent<double>(content, count);
    case Int32Type:
        return fromContent<qint32>(content, count);
    case Uint8Type:
    case BoolType:
        return fromContent<quint8>(content, count);
    case Int16Type:
        return fromContent<qint16>(content, count);
    case Int8Type:
        return fromContent<qint8>(content, count);
    case Int64Type:
        return fromContent<qint64>(content, count);
    case Uint16Type:
        return fromContent<quint16>(content, count);
    case Uint32Type:
        return fromContent<quint32>(content, count);
    case Uint64Type:
        return fromContent<quint64>(content, count);
    case Bfloat16Type:
        return fromContent<quint16>(content, count, fromBfloat16);
    case HalfType:
        return fromContent<quint16>(content, count, fromHalf);
    default:
        return {};
    }
}

template <typename Field, typename Convert>
std::vector<double> fromField(const Field &field, qint64 count, Convert convert)
{
    if (field.empty() || field.size() > count)
        return {};
    std::vector<double> numbers;
    numbers.reserve(static_cast<size_t>(count));
    for (const auto value : field)
        numbers.push_back(convert(value));
    numbers.resize(static_cast<size_t>(count), numbers.back());
    return numbers;
}

template <typename Field>
std::vector<double> fromField(const Field &field, qint64 count)
{
    return fromField(field, count, [](auto v) { return static_cast<double>(v); });
}

std::vector<double> fieldNumbers(const tensorboard::Tensor &tensor, qint64 count)
{
    switch (tensor.dtype()) {
    case FloatType:
        return fromField(tensor.float_val(), count);
    case DoubleType:
        return fromField(tensor.double_val(), count);
    case Int32Type:
    case Uint8Type:
    case Int16Type:
    case Int8Type:
    case Uint16Type:
        return fromField(tensor.int_val(), count);
    case Int64Type:
        return fromField(tensor.int64_val(), count);
    case BoolType:
        return fromField(tensor.bool_val(), count);
    case Uint32Type:
        return fromField(tensor.uint32_val(), count);
    case Uint64Type:
        return fromField(tensor.uint64_val(), count);
    case Bfloat16Type:
        return fromField(tensor.half_val(), count,
                         [](int v) { return fromBfloat16(static_cast<quint16>(v)); });
    case HalfType:
        return fromField(tensor.half_val(), count,
                         [](int v) { return fromHalf(static_cast<quint16>(v)); });
    default:
        return {};
    }
}

} // namespace

std::vector<double> tensorNumbers(const tensorboard::Tensor &tensor)
{
    const qint64 count = elementCount(tensor);
    if (count <= 0)
        return {};
    return tensor.tensor_content().empty()
               ? fieldNumbers(tensor, count)
               : contentNumbers(tensor.dtype(), tensor.tensor_content(), count);
}

std::optional<double> tensorScalar(const tensorboard::Tensor &tensor)
{
    if (elementCount(tensor) != 1)
        return {};
    const std::vector<double> numbers = tensorNumbers(tensor);
    return numbers.size() == 1 ? std::optional(numbers.front()) : std::nullopt;
}

bool holdsStrings(const tensorboard::Tensor &tensor)
{
    return tensor.dtype() == StringType;
}

QVector<QByteArray> tensorStrings(const tensorboard::Tensor &tensor)
{
    QVector<QByteArray> strings;
    if (!holdsStrings(tensor))
        return strings;
    strings.reserve(tensor.string_val_size());
    for (const std::string &value : tensor.string_val())
        strings.append(QByteArray::fromStdString(value));
    return strings;
}

} // namespace plotleaf
