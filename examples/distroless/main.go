// A web server that tells the time in Berlin, for which it needs the time zones of its image.
package main

import (
	"fmt"
	"log"
	"net/http"
	"time"
)

func main() {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, time.Now().In(berlin).Format(time.RFC1123))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
