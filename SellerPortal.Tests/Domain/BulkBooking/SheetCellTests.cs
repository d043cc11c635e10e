using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Tests.Domain.BulkBooking;

public sealed class SheetCellTests
{
    [Theory]
    [InlineData(" a\0b ", "a b")]
    [InlineData("a\u000Bb\u001F", "a b")]
    [InlineData("two\nlines\tand 🎁", "two\nlines\tand 🎁")]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("\0", "")]
    public void Of_Text_HoldsNothingThatADatabaseOrXmlRefuses(string text, string cell) => Assert.Equal(cell, SheetCell.Of(text).Text);

    [Fact]
    public void Of_HalvesOfAPair_BecomeSpaces() => Assert.Equal(("a b", "a"), (SheetCell.Of("a\uD83Db").Text, SheetCell.Of("\uDF81a").Text));

    [Fact]
    public void Of_LongTextCutThroughAPair_KeepsNoHalf()
    {
        var cell = SheetCell.Of(new string('a', SheetCell.Longest - 1) + "🎁");
        Assert.Equal(new string('a', SheetCell.Longest - 1) + " ", cell.Text);
    }
}
