#pragma once

#include <QByteArray>
#include <QVector>

#include <optional>
#include <vector>

namespace plotleaf::tensorboard {
class Tensor;
}

namespace plotleaf {

/// The numbers of a tensor in row-major order, from `*_val` or `tensor_content` (little-endian), of
/// any real type: float, double, half, bfloat16, bool and the integers. As in TensorFlow, a `*_val`
/// list shorter than the shape repeats its last element. Empty when it holds no numbers, is
/// malformed or has more than a million elements. Type numbers:
/// tensorflow/core/framework/types.proto.
std::vector<double> tensorNumbers(const tensorboard::Tensor &tensor);

/// The single number of a tensor of rank 0 (or with exactly one element).
std::optional<double> tensorScalar(const tensorboard::Tensor &tensor);

/// The strings of a tensor in row-major order.
QVector<QByteArray> tensorStrings(const tensorboard::Tensor &tensor);
bool holdsStrings(const tensorboard::Tensor &tensor);

} // namespace plotleaf
