using SellerPortal.Platform;

namespace SellerPortal.Tests.Platform;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/shipments?q=a&page=2", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("shipments", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsLocal_Address_OnlyAPathOfThePortalPasses(string? url, bool expected)
    {
        Assert.Equal(expected, LocalUrl.IsLocal(url));
        Assert.Equal(expected ? url : "/", LocalUrl.OrHome(url));
    }
}
