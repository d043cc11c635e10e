using System.Text;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Tests.Domain.Webhooks;

public sealed class WebhookSignatureTests
{
    /// <summary>The vector of the specification's own libraries.</summary>
    [Fact]
    public void Sign_VectorOfTheSpecification_Agrees() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Sign(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"u8));

    [Fact]
    public void Sign_TwoSecrets_GivesTwoSignaturesWithASpaceBetween()
    {
        var (first, second) = (WebhookSignature.NewSecret(), WebhookSignature.NewSecret());
        var both = WebhookSignature.Sign([first, second], "msg_1", 1, "{}"u8);
        Assert.Equal($"{WebhookSignature.Sign([first], "msg_1", 1, "{}"u8)} {WebhookSignature.Sign([second], "msg_1", 1, "{}"u8)}", both);
    }

    [Theory]
    [InlineData("msg_2", 1, "{}")]
    [InlineData("msg_1", 2, "{}")]
    [InlineData("msg_1", 1, "{ }")]
    public void Sign_AnythingElse_SignsDifferently(string id, long timestamp, string body)
    {
        var secret = WebhookSignature.NewSecret();
        Assert.NotEqual(WebhookSignature.Sign([secret], "msg_1", 1, "{}"u8), WebhookSignature.Sign([secret], id, timestamp, Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void NewSecret_IsAsTheSpecificationWantsIt()
    {
        var secret = WebhookSignature.NewSecret();
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.InRange(Convert.FromBase64String(secret[6..]).Length, 24, 64);
        Assert.NotEqual(secret, WebhookSignature.NewSecret());
    }

    [Fact]
    public void Sign_NoSecret_Throws() => Assert.Throws<FormatException>(() => WebhookSignature.Sign(["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_1", 1, "{}"u8));
}
