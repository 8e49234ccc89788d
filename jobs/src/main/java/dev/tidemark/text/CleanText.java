package dev.tidemark.text;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.startswith;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** What a message says, without the forms of politeness that every message has. */
public final class CleanText {
  /** All of ASCII that has a full-width form, but for marks that Chinese prefers full-width. */
  private static final String FULL_WIDTH =
      "　\u00A0０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
          + "＂＃＄％＆＇＊＋－．／＜＝＞＠［＼］＾＿｀｛｜｝～";

  private static final String HALF_WIDTH =
      "  0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
          + "\"#$%&'*+-./<=>@[\\]^_`{|}~";

  /** Zero-width characters, the byte order mark, soft hyphens, variation selectors. */
  private static final String UNSEEN = "[\\u200B-\\u200D\\u2060\\uFEFF\\u00AD\\uFE0E\\uFE0F]";

  private static final String PAUSE = "[，,。.！!：:；;、~\\s]";
  private static final String OFFICE = "(?:领导|領導|书记|書記|省长|市长|市長|区长|县长|局长|主任|同志|老师|工作人员|政府|部门|大家)们?";
  private static final String HELLO = "(?:您好|你好|您們好|你們好|您们好|你们好|大家好|好)";

  /** Bounded and possessive, as all repetition here: a text made to be slow must not be. */
  private static final String SALUTATION =
      "^PAUSE*+(?:(?:(?:尊敬的|敬爱的|亲爱的)[^，,。！!?？：:\\n]{0,12}OFFICEHELLO?|(?:各位|致)?OFFICEHELLO?|HELLO|请问一下|请问|咨询一下)PAUSE{1,20}+){1,5}+"
          .replace("OFFICE", OFFICE)
          .replace("HELLO", HELLO)
          .replace("PAUSE", PAUSE);

  private static final String FAREWELL =
      "(?:PAUSE{0,20}+(?:(?:非常|万分|十分)?(?:谢谢|謝謝|感谢|感謝|多谢)(?:您|你|了|啦|领导|大家|老师)?|此致|敬礼|敬禮|盼复|盼覆|打扰了|辛苦了"
          .concat(
              "|(?:望|盼|盼望|恳请|希望|请|期待|期盼|急盼)(?:有关|相关|上级|各级)?(?:领导|部门|贵局|贵单位|政府)?(?:能够?|可以|给予|予以)?(?:尽快|及时|早日|尽早)?(?:给予|予以)?(?:回复|答复|解决|处理|重视|关注|回覆|答覆)(?:为盼|一下)?")
          .concat("|祝(?:您|你|大家|领导|各位)?(?:工作顺利|身体健康|生活愉快|万事如意|工作愉快))){1,8}+PAUSE{0,20}+$")
          .replace("PAUSE", PAUSE);

  private static final String SAYS_SOMETHING = "[\\p{L}\\p{N}\\p{So}]";

  private CleanText() {}

  /**
   * Title and text as one, to be compared with others.
   *
   * <p>Digits, letters and signs in half width, nothing invisible, one space for many; salutations
   * in front and thanks and pleas at the end are left out. Traditional characters, case and
   * punctuation stay. Where nothing else was said, the politeness stays, too.
   *
   * @param title null if there is none; left out if the text begins with it
   * @param text masked
   * @return never null; empty if both are blank
   */
  public static Column of(Column title, Column text) {
    var whole = when(startswith(text, title), text).otherwise(concat_ws("\n", title, text));
    var narrow = translate(regexp_replace(whole, lit(UNSEEN), lit("")), FULL_WIDTH, HALF_WIDTH);
    var said = regexp_replace(regexp_replace(narrow, SALUTATION, ""), FAREWELL, "");
    return coalesce(squeezed(when(said.rlike(SAYS_SOMETHING), said).otherwise(narrow)), lit(""));
  }

  private static Column squeezed(Column text) {
    return trim(regexp_replace(text, "\\s+", " "));
  }
}
