# Run as a script: lists everything in OUTPUT and the shell in a resource file and packs it with RCC into PACKED.
file(GLOB_RECURSE files RELATIVE ${OUTPUT} ${OUTPUT}/*)
set(entries "  <file alias=\"index.html\">${SHELL}</file>\n")
foreach(name IN LISTS files)
    string(APPEND entries "  <file alias=\"${name}\">${OUTPUT}/${name}</file>\n")
endforeach()
file(WRITE ${OUTPUT}/../web.qrc "<RCC><qresource prefix=\"/web\">\n${entries}</qresource></RCC>\n")
execute_process(COMMAND ${RCC} --binary --compress-algo zlib ${OUTPUT}/../web.qrc -o ${PACKED} COMMAND_ERROR_IS_FATAL ANY)
