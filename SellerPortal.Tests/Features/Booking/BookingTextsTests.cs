using System.Globalization;
using System.Resources;
using SellerPortal.Domain.Articles;
using SellerPortal.Features.ArticleNumbers;
using SellerPortal.Features.Booking;

namespace SellerPortal.Tests.Features.Booking;

public sealed class BookingTextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Texts_EveryFault_IsThere(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var texts = new ResourceManager(typeof(BookingTexts));
        var ranges = new ResourceManager(typeof(ArticleNumbersTexts));
        Assert.All(Enum.GetValues<BookingFault>(), fault => Assert.NotNull(texts.GetString($"Fault{fault}", culture)));
        Assert.All(
            Enum.GetValues<AllotmentFault>().Where(fault => fault != AllotmentFault.None),
            fault => Assert.NotNull(ranges.GetString($"Fault{fault}", culture)));
    }
}
