/** When a phone may be asked, in seconds. Replace it for another rhythm. */
export const patience = {
  /** Safaricom refuses the same amount for the same phone within two minutes. */
  unanswered: 120,
  /** Between an answer and the next question. */
  coolDown: 10,
  /** Questions for one order. */
  most: 10,
  /** A wait that is over goes on this long while a phone may be answering. */
  grace: 60,
  /** A failure that is sometimes none is looked at again. */
  doubt: 300,
}
