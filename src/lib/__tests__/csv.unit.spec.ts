import { csvLine } from "../csv"

describe("a line of CSV", () => {
  it.each<[unknown[], string]>([
    [["a", 1, null, undefined, true], "a,1,,,true\r\n"],
    [['say "hi"', "a,b", "two\nlines"], '"say ""hi""","a,b","two\nlines"\r\n'],
    [["=1+1", "+254700", "-5", "@x", "\tx"], "'=1+1,'+254700,'-5,'@x,'\tx\r\n"],
    [[-5], "-5\r\n"],
    [["চা"], "চা\r\n"],
  ])("of %j", (values, line) => {
    expect(csvLine(values)).toBe(line)
  })
})
