// A program that says what it was compiled for.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Printf("%s/%s\n", runtime.GOOS, runtime.GOARCH)
}
