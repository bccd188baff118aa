# Run as a script by ctest: bundles the tests in BUILD/tests and runs them with node's own test runner.
file(GLOB tests ${BUILD}/tests/*.test.ts)
file(REMOVE_RECURSE ${BUILD}/test-out)
execute_process(
    COMMAND ${NODE} ${ESBUILD} ${tests} --bundle --platform=node --format=esm --target=node18 --preserve-symlinks
        --packages=external --out-extension:.js=.mjs --outdir=${BUILD}/test-out --log-level=warning
    COMMAND_ERROR_IS_FATAL ANY)
file(GLOB bundles ${BUILD}/test-out/*.mjs)
execute_process(COMMAND ${NODE} --test ${bundles} COMMAND_ERROR_IS_FATAL ANY)
