using System.Net;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks;
using SellerPortal.Features.Webhooks.Sending;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.1.1")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2405:200::1")]
    public void Include_Public_IsTrue(string address) => Assert.True(PublicAddresses.Include(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.170.2")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Include_Special_IsFalse(string address) => Assert.False(PublicAddresses.Include(IPAddress.Parse(address)));

    /// <summary>The name leads to this machine; only the connection can know, and it refuses before a byte is sent.</summary>
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task Send_NameThatLeadsHere_IsBlockedAndNothingComes(string host)
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, new WebhookOptions { AllowHttp = true });
        await using var receiver = await Receiver.StartAsync(200);
        var url = $"http://{host}:{new Uri(receiver.Url).Port}/hook";
        var endpoint = WebhookEndpoint.Create(world.Seller.Id, new WebhookWish(url, null), world.Secrets.Protect(WebhookSignature.NewSecret()), world.Actor.UserId, world.Time.GetUtcNow());
        var attempt = await world.Sender.SendAsync(endpoint, Guid.CreateVersion7(), "{}", WebhookWorld.Token);
        Assert.Equal((null, WebhookTrouble.BlockedAddress), (attempt.Status, attempt.Trouble!.Value));
        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public async Task Send_PlainHttpNotAllowed_IsBlocked()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, new WebhookOptions { AllowPrivateAddresses = true });
        await using var receiver = await Receiver.StartAsync(200);
        var endpoint = WebhookEndpoint.Create(world.Seller.Id, new WebhookWish(receiver.Url, null), world.Secrets.Protect(WebhookSignature.NewSecret()), world.Actor.UserId, world.Time.GetUtcNow());
        Assert.Equal(WebhookTrouble.BlockedAddress, (await world.Sender.SendAsync(endpoint, Guid.CreateVersion7(), "{}", WebhookWorld.Token)).Trouble);
        Assert.Empty(receiver.Messages);
    }
}
