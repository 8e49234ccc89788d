package dev.tidemark.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.IssueTerm;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceNamesTest {
  private static final PlaceNames PLACES =
      new PlaceNames(
          List.of(
              new IssueTerm("老城", IssueTerm.Kind.PLACE, "老城"),
              new IssueTerm("旧城", IssueTerm.Kind.PLACE, "老城"),
              new IssueTerm("开发区", IssueTerm.Kind.PLACE, "开发区"),
              new IssueTerm("社保局", IssueTerm.Kind.DEPARTMENT, "人社局"),
              new IssueTerm("税务局", IssueTerm.Kind.DEPARTMENT, "税务局")));

  @Test
  void theTwoCharactersBeforeADistrictOrASiteStandForItsName() {
    var named = named("C3区望城县丽发新城小区和云麓路", "");

    assertThat(named.districts()).containsExactly("C3", "望城");
    assertThat(named.sites()).containsExactly("丽发", "云麓");
  }

  @Test
  void wordsThatEndLikeADistrictAreNone() {
    assertThat(named("我小区、本社区、全县和我县的校区", "").districts()).isEmpty();
  }

  @Test
  void differentDistrictsContradictEachOther() {
    assertThat(named("芙蓉区停水", "").contradicts(named("岳麓区停水", ""))).isTrue();
    assertThat(named("芙蓉区停水", "").contradicts(named("停水三天了", ""))).isFalse();
    assertThat(named("芙蓉区停水", "").contradicts(named("芙蓉区和岳麓区停水", ""))).isFalse();
  }

  @Test
  void theDictionaryDecidesWhatIsOnePlaceOrDepartment() {
    assertThat(named("老城的公交", "").contradicts(named("旧城的公交", ""))).isFalse();
    assertThat(named("老城的公交", "").sharesListedPlace(named("旧城的公交", ""))).isTrue();
    assertThat(named("老城的公交", "").contradicts(named("开发区的公交", ""))).isTrue();
    assertThat(named("社保局不理", "").contradicts(named("税务局不理", ""))).isTrue();
  }

  private static PlaceNames.Named named(String title, String rest) {
    return PLACES.in(
        new IssueText("m", "u", "", "", title, title + rest, new float[1], new float[1]));
  }
}
