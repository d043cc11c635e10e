using SellerPortal.Domain.Messages;

namespace SellerPortal.Tests.Domain.Messages;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("stores@pwd.gov.in", "stores@pwd.gov.in")]
    [InlineData("  a.b+gem@example.co.in ", "a.b+gem@example.co.in")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("stores", null)]
    [InlineData("stores@localhost", null)]
    [InlineData("a@b.in, c@d.in", null)]
    [InlineData("Stores <a@b.in>", null)]
    [InlineData("a@b.in\r\nBcc: c@d.in", null)]
    [InlineData("@b.in", null)]
    public void Tidy_Text_IsAnAddressOrNothing(string? text, string? expected) => Assert.Equal(expected, EmailAddress.Tidy(text));

    [Fact]
    public void Tidy_TooLong_IsNothing() => Assert.Null(EmailAddress.Tidy(new string('a', 250) + "@b.in"));
}
