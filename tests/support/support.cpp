#include "support/test_clock.h"
#include "support/wait.h"
