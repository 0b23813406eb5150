import {
  choice,
  cloudinaryAccount,
  flag,
  number,
  text,
  webAddress,
} from "../kinds"
import { section, setting } from "../setting"

const later = "uploads from a browser"

export const files = section("Files", "Where images and documents are kept.", {
  FILE_PROVIDER: setting(choice("local", "s3", "cloudinary", "imagekit"), {
    about:
      "`local` keeps files on this machine's disk, `s3` in any S3-compatible store such as R2, the others in an account there.",
    fallback: "local",
  }),
  ASSETS_URL: setting(webAddress, {
    about:
      "Public address of the S3 bucket or of the CDN before it; with Cloudinary, a domain of the shop's own, if it has one.",
  }),
  S3_BUCKET: setting(text, { about: "Name of the bucket." }),
  S3_PRIVATE_BUCKET: setting(text, {
    about:
      "Bucket of private files, such as exports; not set, they lie in the folder `private` of the one bucket.",
  }),
  S3_REGION: setting(text, {
    about: "Region of the bucket; `auto` for Cloudflare R2.",
    fallback: "auto",
  }),
  S3_ENDPOINT: setting(webAddress, {
    about: "Address of the store, when it is not Amazon's.",
  }),
  S3_ACCESS_KEY_ID: setting(text, { about: "Key id." }),
  S3_SECRET_ACCESS_KEY: setting(text, { about: "Key.", secret: true }),
  S3_PREFIX: setting(text, {
    about: "What the name of each file begins with, such as `shop/`.",
    fallback: "",
  }),
  S3_PATH_STYLE: setting(flag, {
    about: "Bucket in the path and not in the host; MinIO needs it.",
    fallback: "false",
  }),
  S3_ACL: setting(flag, {
    about:
      "Sends an ACL with each file. R2 has none and new buckets of Amazon refuse it; older stores need it to show a file.",
    fallback: "false",
  }),
  CLOUDINARY_URL: setting(cloudinaryAccount, {
    about: "Cloudinary account.",
    secret: true,
  }),
  IMAGEKIT_URL_ENDPOINT: setting(webAddress, {
    about:
      "What all addresses of the ImageKit account begin with, or a domain of the shop's own.",
  }),
  IMAGEKIT_PUBLIC_KEY: setting(text, {
    about: "ImageKit public key; uploads from the server need none.",
    later,
  }),
  IMAGEKIT_PRIVATE_KEY: setting(text, {
    about: "ImageKit private key.",
    secret: true,
  }),
  UPLOAD_IMAGE_MAX_MB: setting(number(1, 100), {
    about: "The largest image one may upload.",
    fallback: "5",
  }),
  UPLOAD_VIDEO_MAX_MB: setting(number(1, 1000), {
    about: "The largest video one may upload.",
    fallback: "50",
  }),
})
