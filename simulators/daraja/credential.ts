import { constants, privateDecrypt } from "node:crypto"

/**
 * Belongs to the certificate of the simulated account, and opens nothing else.
 */
const KEY = `
-----BEGIN PRIVATE KEY-----
MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQC4qRjeKCP0lQmh
ry9zY2biFeexhYT4yGfgqiaUkoIGSfGqM3qjJ2JLNynlmQuNiekeBV6cHyaSRByt
br1iZYQkKTIKZnR5lWeFzxJXcVp/rObylzreqyWOruKS7JbY5kOEM31lYUVft3mp
6KDMVhtTBhDIEhE6fQYYYxrtYGXc0HE19CrNowJOVZBJiC5iuF1J3+hqdrU1zRqY
wbdS0poz8eH6ttd/ddfRYszw7BRwr1Zc7CrEo3nB+dxPES/+OAo4yiDXn8NNzyaV
pATKUxFzs3RxKNQ3IIT+9qn3JwN3h5V2zZ/rsAjxEwfNGLHLVJ8iVW8jg/hT2usk
8A8hiwHVAgMBAAECggEAIlQxTs+Ii6YPUdMHD7z5eetXlN19EGD1SsNnA7TO3ktt
1VXXpTAjqlb5f3j5uFjckRuvcHesDIIEEMvnAj1cGPrdlihg29+GDM6nmsD0cYrb
rlql85I+m61wap74Fh+Miq2l0KyKIJaz0/3usr4JO2CDyyXstQJcGTmHXnzOwwNd
45ql84r+3ohIVzKke4B0GDYFD+IbqOhLBpCLckbt7W0Vin2ZHwaDkB3vwG9wUyvg
Xl1GCjSz7bBVCJuD3l9B/Xzz75vCdJJhhYLqN77HuhXZrQkrtpT/mkNfzRgu39tO
hc729HGcyHV548wzuv4vwFkDazJ7us1IaH6B/N8eEQKBgQDwFI2kCgEw/Riln3/T
TUkJxNzslUfj0ZfvZTGIiK8AQo55IPBH+uLq2VpieCgzp94/6z+4jDXJ5E7VbSjB
HbT0kNzP4l4M823iNNCPxxFIsacYnklaRtwuIwEkY9jVh6L6FdjPpIAz/9YczVQA
CsS/De4e03VCvrOlJZVDgkWNqQKBgQDE58Y0GU9Ldatr64m5GVgt8lW2fA6K5VEr
LvMYvcFNg8SyKPo/cu52cqNXH1LOkJA2UyEw5PwPxw28mIBcbkm8M95Ios/YyOgZ
a+ExsoSv5KHoAgGS1830I6RfOqfu1k6aybj3Py4KgB/yEFr7dVHXugkp61lQZKr7
np34oef2TQKBgD1WgvmuNK+3elyWa6oozMhaK7emTD/AhPj8+bLQeSWv24bHC5zY
VLF75sPRvzOzZ+0cxaL476UtV5bf1NHCLUFu4XubcjwM1b49kCuryJayDOcVSdhu
0kJXXytU90lW5iTPAB3NAZRHgQTK0PNRzQKjJHtru0HaRzuiZohg+DRBAoGACO3p
0xsCuY1QhMhdqoM3uH2w3WGq1ymnEKpEY+7XAUjkdp/dGVuA7OYt+hl1i+CKaaxD
aRA5Tg3c1Zyk1Yw608oWXnzjqBUUUXLO94387m0T2o2cvKgEsvmazqa+TtpxHhvf
w3aeA+Pjjvqm5ZhgacQJ/lip6DdoeZir2UaeWlECgYA/z/ieE3qlYK6sSLxBqzqQ
Yj1omJTJb/HcIg0yjMaj3vJwWx0npZ7d2ooZXxFd8BG1PjHWc2izOuQaPx+nxLYh
6JAKEBaPLIOOmb5YSuD6JVpnPuEP/ig71sgbZpFFQWzR/p3V+/D+mn/QEQGIHVuw
yziXPJ1JWP4RP07edxPfag==
-----END PRIVATE KEY-----
`.trim()

/**
 * The password inside a security credential; undefined when there is none.
 * Node no longer takes off this padding itself, so it is done by hand: two
 * bytes of its kind, at least eight that are not zero, then a zero.
 */
export function openCredential(credential: string): string | undefined {
  try {
    const padded = privateDecrypt(
      { key: KEY, padding: constants.RSA_NO_PADDING },
      Buffer.from(credential, "base64")
    )
    const end = padded.indexOf(0, 2)
    return padded[0] === 0 && padded[1] === 2 && end >= 10
      ? padded.subarray(end + 1).toString("utf8")
      : undefined
  } catch {
    return undefined
  }
}
