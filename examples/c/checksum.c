/* Prints the CRC-32 of standard input. */
#include <stdio.h>
#include <zlib.h>

int main(void) {
  unsigned char buffer[65536];
  uLong sum = crc32(0, Z_NULL, 0);
  size_t count;
  while ((count = fread(buffer, 1, sizeof buffer, stdin)) > 0) {
    sum = crc32(sum, buffer, (uInt)count);
  }
  if (ferror(stdin)) {
    perror("checksum");
    return 1;
  }
  printf("%08lx\n", sum);
  return 0;
}
