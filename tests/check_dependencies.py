"""Fails when the three lists of what Plotleaf is built from disagree.

usage: check_dependencies.py SOURCE_FOLDER

CMake (packaging/cmake/PlotleafDependencies.cmake) says what is needed; packages-build.txt and vcpkg.json name the same
in Debian's and vcpkg's words. The table below is the dictionary; a dependency is added in all four places.
"""

import json
import pathlib
import re
import sys

# What CMake finds -> (port "name" or "name[feature]" of vcpkg, Debian package). None: not a thing of that system.
DICTIONARY = {
    "Qt6::Core": ("qtbase", "qt6-base-dev"),
    "Qt6::Network": ("qtbase[network]", "qt6-base-dev"),
    "Qt6::Sql": ("qtbase[sql-sqlite]", "libqt6sql6-sqlite"),
    "Qt6::Concurrent": ("qtbase[concurrent]", "qt6-base-dev"),
    "Qt6::Test": ("qtbase[testlib]", "qt6-base-dev"),
    "Qt6::Gui": ("qtbase[gui]", "qt6-base-dev"),
    "Qt6::Widgets": ("qtbase[widgets]", "qt6-base-dev"),
    "Qt6::PrintSupport": ("qtbase[widgets]", "qt6-base-dev"),
    "Qt6::DBus": (None, "qt6-base-dev"),
    "Qt6::WebEngineCore": ("qtwebengine[webengine]", "qt6-webengine-dev"),
    "Qt6::WebEngineWidgets": ("qtwebengine[webengine]", "qt6-webengine-dev"),
    "Qt6::Pdf": ("qtwebengine[pdf]", "qt6-pdf-dev"),
    "Qt6::WebChannel": ("qtwebchannel", "qt6-webchannel-dev"),
    "Qt6::Svg": ("qtsvg", "qt6-svg-dev"),
    "Qt6::Charts": ("qtcharts", "qt6-charts-dev"),
    "Qt6::LinguistTools": ("qttools[linguist]", "qt6-tools-dev"),
    "QCoro6": ("qcoro", "qcoro-qt6-dev"),
    "Qt6Keychain": ("qtkeychain-qt6", "qtkeychain-qt6-dev"),
    "Protobuf": ("protobuf", "libprotobuf-dev"),
    "qpdf": ("qpdf", "libqpdf-dev"),
    "yaml-cpp": ("yaml-cpp", "libyaml-cpp-dev"),
    "zstd": ("zstd", "libzstd-dev"),
    "ZLIB": ("zlib", "zlib1g-dev"),
    "git2": ("libgit2", "libgit2-dev"),
    "cmark-gfm": ("cmark-gfm", "libcmark-gfm-dev"),
    "cmark-gfm-extensions": ("cmark-gfm", "libcmark-gfm-extensions-dev"),
}
# Named in a list without being found by CMake: tools, run-time parts, and features that the named ones rest upon.
TOOLS = {
    "g++", "cmake", "ninja-build", "ccache", "mold", "pkg-config", "protobuf-compiler", "qt6-webengine-dev-tools",
    "qt6-tools-dev-tools", "qt6-l10n-tools", "libgl1-mesa-dri", "libvulkan-dev", "fonts-dejavu-core",
    "fonts-noto-core", "qt6-svg-plugins", "nodejs", "npm",
}
PARTS_OF_VCPKG = {"qtbase[jpeg]", "qtbase[png]", "qtbase[openssl]", "qtbase[brotli]"}


def found_by_cmake(text: str) -> set[str]:
    text = re.sub(r"#.*", "", text)
    names = set()
    for name, rest in re.findall(r"find_package\(\s*([\w-]+)([^)]*)\)", text):
        components = rest.partition("COMPONENTS")[2].split()
        names |= {f"Qt6::{component}" for component in components} if name == "Qt6" else {name}
    return names | set(re.findall(r"find_library\(\s*\w+\s+([\w-]+)", text))


def named_in_vcpkg(manifest: dict) -> set[str]:
    entries = list(manifest["dependencies"])
    for feature in manifest["features"].values():
        entries += feature["dependencies"]
    names = set()
    for entry in entries:
        port = entry if isinstance(entry, str) else entry["name"]
        names.add(port)
        names |= {f"{port}[{feature}]" for feature in (entry if isinstance(entry, dict) else {}).get("features", [])}
    return names - {"plotleaf"} - {name for name in names if name.startswith("plotleaf[")}


def named_for_debian(text: str) -> set[str]:
    lines = (line.strip() for line in text.splitlines())
    return {line.split("|")[0] for line in lines if line and not line.startswith(("#", "["))}


def problems(wanted: set[str], vcpkg: set[str], debian: set[str]) -> list[str]:
    found = [f"{name}: not in the dictionary of tests/check_dependencies.py" for name in wanted - DICTIONARY.keys()]
    ports, packages = set(), set()
    for name in wanted & DICTIONARY.keys():
        port, package = DICTIONARY[name]
        packages.add(package)
        if port:
            ports |= {port, port.partition("[")[0]}
    found += [f"vcpkg.json lacks {name}" for name in ports - vcpkg]
    found += [f"vcpkg.json names {name}, which CMake does not look for" for name in vcpkg - ports - PARTS_OF_VCPKG]
    found += [f"packages-build.txt lacks {name}" for name in packages - debian]
    found += [f"packages-build.txt names {name}, which CMake does not look for" for name in debian - packages - TOOLS]
    return sorted(found)


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    found = problems(
        found_by_cmake((root / "packaging/cmake/PlotleafDependencies.cmake").read_text()),
        named_in_vcpkg(json.loads((root / "vcpkg.json").read_text())),
        named_for_debian((root / "packaging/packages-build.txt").read_text()),
    )
    print("\n".join(found) or "CMake, vcpkg.json and packages-build.txt name the same")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
