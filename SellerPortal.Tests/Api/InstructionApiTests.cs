using System.Net;
using System.Text.Json.Nodes;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

public sealed class InstructionApiTests(TestHost host)
{
    [Fact]
    public async Task Instructions_GivenAndReplaced_AreReadTheLatestFirst()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var url = Url(await world.FailedAsync());
        var before = (await world.GetAsync(url)).Expect(HttpStatusCode.OK);
        Assert.True(before["possible"]!.GetValue<bool>());
        var again = new JsonObject { ["kind"] = "DeliverAgain", ["deliverOn"] = before["days"]![0]!.GetValue<string>() };
        var given = await world.PostAsync(url, again, "first");
        Assert.Equal(("DeliverAgain", null), (given.Expect(HttpStatusCode.Created)["kind"]!.GetValue<string>(), given.Json["outcome"]));
        Assert.Equal(given.Text, (await world.PostAsync(url, again.DeepClone(), "first")).Text);
        Assert.Equal(given.Text, (await world.PostAsync(url, again.DeepClone(), "another")).Text);

        var phone = (await world.PostAsync(url, new JsonObject { ["kind"] = "CorrectPhone", ["mobile"] = "+91 98260 54322" })).Expect(HttpStatusCode.Created);
        Assert.Equal(("9826054321", "9826054322"), (phone["before"]!.GetValue<string>(), phone["after"]!.GetValue<string>()));
        var items = (await world.GetAsync(url)).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal([("CorrectPhone", null), ("DeliverAgain", "Replaced")], items.Select(item => (item!["kind"]!.GetValue<string>(), item["outcome"]?.GetValue<string>())));
    }

    [Fact]
    public async Task Redirect_WithFaults_NamesEachMember()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var url = Url(await world.FailedAsync());
        var address = new JsonObject { ["name"] = "A", ["line1"] = "x", ["city"] = "Bhopal" };
        var answer = await world.PostAsync(url, new JsonObject { ["kind"] = "Redirect", ["address"] = address, ["pincode"] = "999999", ["mobile"] = "12" });
        answer.ExpectFault("/address/name", "name_length");
        answer.ExpectFault("/mobile", "mobile_malformed");
        answer.ExpectFault("/pincode", "pincode_unknown");
        (await world.PostAsync(url, new JsonObject { ["kind"] = "DeliverAgain", ["deliverOn"] = "2020-01-01" })).ExpectFault("/deliverOn", "day_past");
        Assert.Empty((await world.GetAsync(url)).Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData(ShipmentStatus.Booked, "not_handed_over")]
    [InlineData(ShipmentStatus.Delivered, "delivered")]
    [InlineData(ShipmentStatus.Returning, "returning")]
    public async Task Instruction_WhereItDoesNotHelp_IsRefusedWithTheReason(ShipmentStatus status, string reason)
    {
        using var world = await ApiWorld.CreateAsync(host);
        var url = Url(await world.InStatusAsync(status));
        (await world.PostAsync(url, new JsonObject { ["kind"] = "ReturnToSender" })).ExpectProblem(HttpStatusCode.Conflict, $"instruction_{reason}");
        var read = (await world.GetAsync(url)).Expect(HttpStatusCode.OK);
        Assert.Equal((false, reason), (read["possible"]!.GetValue<bool>(), read["reason"]!.GetValue<string>()));
    }

    private static string Url(Guid shipment) => $"/api/v1/shipments/{shipment}/instructions";
}
