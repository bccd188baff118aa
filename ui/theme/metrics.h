#pragma once

namespace plotleaf {

/// Distances in device independent pixels; layouts and delegates use these and no other numbers.
struct Spacing
{
    static constexpr int xs = 4;
    static constexpr int s = 8;
    static constexpr int m = 12;
    static constexpr int l = 16;
    static constexpr int xl = 24;
    static constexpr int xxl = 40;
};

/// Radii of rounded corners.
struct Radius
{
    static constexpr int s = 4;
    static constexpr int m = 6;
    static constexpr int l = 10;
};

/// Edge lengths of icons.
struct IconSize
{
    static constexpr int s = 14;
    static constexpr int m = 18;
    static constexpr int l = 24;
    static constexpr int illustration = 56;
};

} // namespace plotleaf
