// glibc's allocator; its header is not part of Swift's Glibc module.
#pragma once
#include <malloc.h>
