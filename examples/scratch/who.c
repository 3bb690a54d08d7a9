/* Prints who runs it, which it can tell without any other program. */
#include <stdio.h>
#include <unistd.h>

int main(void) {
  printf("user %ld, group %ld\n", (long)getuid(), (long)getgid());
  return 0;
}
