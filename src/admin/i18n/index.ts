import bnDuka from "./bn/duka.json"
import bnMobilePayments from "./bn/mobile-payments.json"
import bnOriginalBox from "./bn/original-box.json"
import enDuka from "./en/duka.json"
import enMobilePayments from "./en/mobile-payments.json"
import enOriginalBox from "./en/original-box.json"
import hiDuka from "./hi/duka.json"
import hiMobilePayments from "./hi/mobile-payments.json"
import hiOriginalBox from "./hi/original-box.json"
import swDuka from "./sw/duka.json"
import swMobilePayments from "./sw/mobile-payments.json"
import swOriginalBox from "./sw/original-box.json"

/** By language, then by namespace; a file is a namespace. */
const resources = {
  en: {
    duka: enDuka,
    "mobile-payments": enMobilePayments,
    "original-box": enOriginalBox,
  },
  sw: {
    duka: swDuka,
    "mobile-payments": swMobilePayments,
    "original-box": swOriginalBox,
  },
  bn: {
    duka: bnDuka,
    "mobile-payments": bnMobilePayments,
    "original-box": bnOriginalBox,
  },
  hi: {
    duka: hiDuka,
    "mobile-payments": hiMobilePayments,
    "original-box": hiOriginalBox,
  },
}

export default resources
