using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

public sealed class BookingApiTests(TestHost host)
{
    private const string Url = "/api/v1/shipments";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Book_AParcel_IsThereWithItsNumberPriceAndPlace()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var answer = await world.PostAsync(Url, ApiWorld.Parcel());
        var booked = answer.Expect(HttpStatusCode.Created);
        Assert.Matches("^[A-Z]{2}[0-9]{9}IN$", booked["article"]!.GetValue<string>());
        var price = booked["price"]!;
        Assert.Equal(price["totalPaise"]!.GetValue<long>(), price["taxablePaise"]!.GetValue<long>() + price["cgstPaise"]!.GetValue<long>() + price["sgstPaise"]!.GetValue<long>() + price["igstPaise"]!.GetValue<long>());
        var read = (await world.GetAsync(answer.Location!)).Expect(HttpStatusCode.OK);
        Assert.Equal(booked["article"]!.GetValue<string>(), read["article"]!.GetValue<string>());
        Assert.Equal("Booked", read["status"]!.GetValue<string>());
        Assert.Equal("School globes", read["contents"]!.GetValue<string>());
        Assert.Equal("Karnataka", read["consignee"]!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Book_SixtyFourEqualCallsAtOnce_BookOnceAndAllLearnIt()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => world.PostAsync(Url, ApiWorld.Parcel(), key)));
        foreach (var running in answers.Where(answer => answer.Status == HttpStatusCode.Conflict))
        {
            running.ExpectProblem(HttpStatusCode.Conflict, "idempotency_key_running");
            Assert.NotNull(running.RetryAfter);
        }

        var again = await world.PostAsync(Url, ApiWorld.Parcel(), key);
        var first = answers.First(answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal((first.Status, first.Text, first.Location), (again.Status, again.Text, again.Location));
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Conflict || answer.Text == first.Text));
        await using var database = host.Database();
        Assert.Equal(1, await database.Shipments.CountAsync(shipment => shipment.SellerId == world.Seller.Id, Token));
    }

    [Fact]
    public async Task Book_SameKeyForAnotherParcel_Is422AndOfAnotherSellerIsFree()
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var other = await ApiWorld.CreateAsync(host);
        var first = (await world.PostAsync(Url, ApiWorld.Parcel(), "one")).Expect(HttpStatusCode.Created);
        (await world.PostAsync(Url, ApiWorld.Parcel("ORD-2"), "one")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_used");
        var theirs = (await other.PostAsync(Url, ApiWorld.Parcel(), "one")).Expect(HttpStatusCode.Created);
        Assert.NotEqual(first["id"]!.GetValue<Guid>(), theirs["id"]!.GetValue<Guid>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("कुंजी")]
    public async Task Book_WithoutAUsableKey_IsRefused(string key)
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(ApiWorld.Parcel().ToJsonString(), null, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var response = await world.Client.SendAsync(request, Token);
        (await ApiAnswer.OfAsync(response)).ExpectFault("Idempotency-Key", "idempotency_key_missing");
    }

    [Fact]
    public async Task Book_WrongMembers_NamesEachWithItsPointer()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var body = ApiWorld.Parcel();
        body.Remove("contents");
        body["weight"] = 5;
        body["weightGrams"] = "1250";
        body["consignee"]!["name"] = new string('x', 201);
        body["consignee"]!["pincode"] = null;
        body["addOns"] = new JsonArray(1);
        var answer = await world.PostAsync(Url, body);
        answer.ExpectFault("/contents", "missing");
        answer.ExpectFault("/weight", "unknown_member");
        answer.ExpectFault("/weightGrams", "wrong_type");
        answer.ExpectFault("/consignee/name", "too_long");
        answer.ExpectFault("/consignee/pincode", "missing");
        answer.ExpectFault("/addOns/0", "wrong_type");
    }

    [Theory]
    [InlineData("weightGrams", "35001", "/weightGrams", "weight_out_of_bounds")]
    [InlineData("weightGrams", "0", "/weightGrams", "weight_out_of_bounds")]
    [InlineData("productCode", "\"NOPE\"", "/productCode", "product_unknown")]
    [InlineData("gemContract", "\"GEMC-1\"", "/gemContract", "gem_contract_malformed")]
    [InlineData("lengthCm", "10", "/lengthCm", "size_incomplete")]
    [InlineData("addOns", "[\"XXX\"]", "/addOns", "add_on_unknown")]
    [InlineData("fromPincode", "\"999999\"", "/fromPincode", "from_pincode_unknown")]
    [InlineData("pickupLocationId", "\"01890a5d-ac96-774b-bcce-b302099a8057\"", "/pickupLocationId", "location_unknown")]
    public async Task Book_AgainstARuleOfBooking_SaysWhich(string member, string value, string pointer, string code)
    {
        using var world = await ApiWorld.CreateAsync(host);
        var body = ApiWorld.Parcel();
        body[member] = JsonNode.Parse(value);
        (await world.PostAsync(Url, body)).ExpectFault(pointer, code);
    }

    [Fact]
    public async Task Book_AtAnotherPriceThanExpected_IsRefusedWithThePresentOne()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var body = ApiWorld.Parcel();
        body["expectedTotalPaise"] = 1;
        var problem = (await world.PostAsync(Url, body, "k")).ExpectProblem(HttpStatusCode.Conflict, "price_changed");
        Assert.Matches("price is [0-9]+ paise", problem["detail"]!.GetValue<string>());
        (await world.PostAsync(Url, ApiWorld.Parcel(), "k")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Book_WithAKeyThatMayOnlyRead_Is403()
    {
        using var world = await ApiWorld.CreateAsync(host, ApiScopes.ShipmentsRead);
        (await world.PostAsync(Url, ApiWorld.Parcel())).ExpectProblem(HttpStatusCode.Forbidden, "scope_missing");
    }

    [Theory]
    [InlineData("not json", "not_json")]
    [InlineData("", "not_json")]
    [InlineData("[]", "wrong_type")]
    [InlineData("null", "wrong_type")]
    [InlineData("{\"productCode\":\"a\",\"productCode\":\"b\"}", "not_json")]
    public async Task Book_WithoutAnObject_IsRefused(string body, string code)
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("Idempotency-Key", "k");
        using var response = await world.Client.SendAsync(request, Token);
        (await ApiAnswer.OfAsync(response)).ExpectFault("", code);
    }

    [Fact]
    public async Task Book_TooLargeOrTooDeepOrOfAnotherType_IsAProblem()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var body = ApiWorld.Parcel();
        body["contents"] = new string('x', 70_000);
        (await world.PostAsync(Url, body)).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "too_large");
        (await world.PostAsync(Url, JsonNode.Parse(string.Concat(Enumerable.Repeat("[", 40)) + string.Concat(Enumerable.Repeat("]", 40))))).ExpectFault("", "not_json");
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent("a,b", null, "text/csv") };
        request.Headers.Add("Idempotency-Key", "k");
        using var response = await world.Client.SendAsync(request, Token);
        (await ApiAnswer.OfAsync(response)).ExpectProblem(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task Call_WithAnotherMethod_Is405()
    {
        using var world = await ApiWorld.CreateAsync(host);
        (await world.SendAsync(HttpMethod.Delete, Url, body: null, key: null)).ExpectProblem(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }

    [Fact]
    public async Task Batch_GoodAndBad_EachHasItsResultAndBooksOnce()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var bad = ApiWorld.Parcel("ORD-B");
        bad["consignee"]!["mobile"] = "12";
        var batch = new JsonObject { ["shipments"] = new JsonArray(ApiWorld.Parcel("ORD-A"), bad, ApiWorld.Parcel("ORD-C")) };
        var answer = await world.PostAsync($"{Url}/batch", batch, "batch");
        var results = answer.Expect(HttpStatusCode.OK)["results"]!.AsArray();
        Assert.Equal(["Booked", "Refused", "Booked"], results.Select(result => result!["outcome"]!.GetValue<string>()));
        Assert.Equal("/consignee/mobile", results[1]!["problem"]!["errors"]![0]!["pointer"]!.GetValue<string>());
        var again = (await world.PostAsync($"{Url}/batch", batch, "batch")).Expect(HttpStatusCode.OK)["results"]!.AsArray();
        Assert.Equal(results.Select(result => result!.ToJsonString()), again.Select(result => result!.ToJsonString()));
        var other = new JsonObject { ["shipments"] = new JsonArray(ApiWorld.Parcel("ORD-A"), ApiWorld.Parcel("ORD-D")) };
        (await world.PostAsync($"{Url}/batch", other, "batch")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_used");
        await using var database = host.Database();
        Assert.Equal(2, await database.Shipments.CountAsync(shipment => shipment.SellerId == world.Seller.Id, Token));
    }

    [Fact]
    public async Task Batch_Validated_ChangesNothing()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var batch = new JsonObject { ["shipments"] = new JsonArray(ApiWorld.Parcel(), ApiWorld.Parcel()) };
        var results = (await world.PostAsync($"{Url}/batch?validate=true", batch)).Expect(HttpStatusCode.OK)["results"]!.AsArray();
        Assert.All(results, result => Assert.Equal("Valid", result!["outcome"]!.GetValue<string>()));
        await using var database = host.Database();
        Assert.False(await database.Shipments.AnyAsync(shipment => shipment.SellerId == world.Seller.Id, Token));
    }

    [Fact]
    public async Task Batch_OneItemOfAnotherShape_IsThatItemsOwnResult()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var (missing, wrong) = (ApiWorld.Parcel("ORD-B"), ApiWorld.Parcel("ORD-C"));
        missing.Remove("contents");
        wrong["weightGrams"] = "1250";
        wrong["colour"] = "red";
        var batch = new JsonObject { ["shipments"] = new JsonArray(ApiWorld.Parcel("ORD-A"), missing, wrong, null, ApiWorld.Parcel("ORD-E")) };
        var answer = await world.PostAsync($"{Url}/batch", batch, "batch");
        var results = answer.Expect(HttpStatusCode.OK)["results"]!.AsArray();
        Assert.Equal(["Booked", "Refused", "Refused", "Refused", "Booked"], results.Select(result => result!["outcome"]!.GetValue<string>()));
        Assert.Equal([0, 1, 2, 3, 4], results.Select(result => result!["index"]!.GetValue<int>()));
        Assert.Equal([("/contents", "missing")], Errors(results[1]!));
        Assert.Equal([("/weightGrams", "wrong_type"), ("/colour", "unknown_member")], Errors(results[2]!));
        Assert.Equal([("", "wrong_type")], Errors(results[3]!));
        Assert.Equal(answer.Text, (await world.PostAsync($"{Url}/batch", batch, "batch")).Text);

        static IEnumerable<(string, string)> Errors(JsonNode result) =>
            result["problem"]!["errors"]!.AsArray().Select(error => (error!["pointer"]!.GetValue<string>(), error["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Batch_ValidatedReturns_AreJudgedFromWhereTheyBegin()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var delivered = await world.InStatusAsync(ShipmentStatus.Delivered);
        var (back, second, early, unknown) = (Return(delivered), Return(delivered), Return(await world.BookAsync()), Return(Guid.CreateVersion7()));
        var results = await ValidateAsync(back, second, early, unknown);
        Assert.Equal([null, "return_booked", "return_not_delivered", "return_not_found"], results.Select(result => result!["problem"]?["code"]!.GetValue<string>()));

        // Within Bengaluru it costs less than from the seller in Jabalpur: what is said is what the booking takes.
        back["consignee"]!["pincode"] = "560001";
        back["expectedTotalPaise"] = 1;
        var changed = (await ValidateAsync(back))[0]!["problem"]!;
        Assert.Equal("price_changed", changed["code"]!.GetValue<string>());
        back["expectedTotalPaise"] = long.Parse(changed["detail"]!.GetValue<string>().Split(' ')[3], CultureInfo.InvariantCulture);
        Assert.Null((await ValidateAsync(back))[0]!["problem"]);
        (await world.PostAsync(Url, back)).Expect(HttpStatusCode.Created);

        async Task<JsonArray> ValidateAsync(params JsonNode[] items) =>
            (await world.PostAsync($"{Url}/batch?validate=true", new JsonObject { ["shipments"] = new JsonArray([.. items.Select(item => item.DeepClone())]) })).Expect(HttpStatusCode.OK)["results"]!.AsArray();

        static JsonObject Return(Guid original)
        {
            var parcel = ApiWorld.Parcel();
            parcel["consignee"]!["pincode"] = "482001";
            parcel["returnOf"] = original;
            return parcel;
        }
    }

    [Fact]
    public async Task Batch_OfLongHindiAddressesAsEscapes_FitsIntoACall()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var shipments = new JsonArray([.. Enumerable.Range(0, 1_000).Select(i =>
        {
            var parcel = ApiWorld.Parcel($"ORD-{i}");
            foreach (var line in new[] { "name", "company", "line1", "line2", "line3", "city" }) parcel["consignee"]![line] = new string('क', 80);
            parcel["contents"] = new string('क', BookingRules.LongestContents);
            return (JsonNode)parcel;
        })]);
        var batch = new JsonObject { ["shipments"] = shipments };
        Assert.True(batch.ToJsonString().Length > 4 * 1024 * 1024);
        var results = (await world.PostAsync($"{Url}/batch?validate=true", batch)).Expect(HttpStatusCode.OK)["results"]!.AsArray();
        Assert.All(results, result => Assert.Equal("Valid", result!["outcome"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Book_AgainAtAnotherExpectedPrice_Is422()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var booked = (await world.PostAsync(Url, ApiWorld.Parcel(), "k")).Expect(HttpStatusCode.Created);
        var body = ApiWorld.Parcel();
        body["expectedTotalPaise"] = booked["price"]!["totalPaise"]!.GetValue<long>() + 100;
        (await world.PostAsync(Url, body, "k")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_used");
        body["expectedTotalPaise"] = booked["price"]!["totalPaise"]!.GetValue<long>();
        (await world.PostAsync(Url, body, "k")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Batch_ThatChangedNothing_LeavesItsKeyFree()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var bad = ApiWorld.Parcel("ORD-1");
        bad["weightGrams"] = 0;
        var refused = new JsonObject { ["shipments"] = new JsonArray(bad) };
        var corrected = new JsonObject { ["shipments"] = new JsonArray(ApiWorld.Parcel("ORD-1")) };
        Assert.Equal("Refused", await OutcomeAsync("", refused));
        Assert.Equal("Valid", await OutcomeAsync("?validate=true", corrected));
        Assert.Equal("Booked", await OutcomeAsync("", corrected));
        (await world.PostAsync($"{Url}/batch", refused, "one-key")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_used");

        async Task<string> OutcomeAsync(string query, JsonObject batch) =>
            (await world.PostAsync($"{Url}/batch{query}", batch.DeepClone(), "one-key")).Expect(HttpStatusCode.OK)["results"]![0]!["outcome"]!.GetValue<string>();
    }

    [Fact]
    public async Task Batch_OfAThousandAndOne_IsRefused()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var shipments = new JsonArray([.. Enumerable.Range(0, 1_001).Select(i => (JsonNode)ApiWorld.Parcel($"ORD-{i}"))]);
        (await world.PostAsync($"{Url}/batch", new JsonObject { ["shipments"] = shipments })).ExpectFault("/shipments", "too_many");
        (await world.PostAsync($"{Url}/batch", new JsonObject { ["shipments"] = new JsonArray() })).ExpectFault("/shipments", "too_few");
    }

    [Fact]
    public async Task Read_AnotherSellersShipment_Is404Everywhere()
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var other = await ApiWorld.CreateAsync(host);
        var id = await other.BookAsync();
        (await world.GetAsync($"{Url}/{id}")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await world.GetAsync($"{Url}/{id}/label")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await world.SendAsync(HttpMethod.Patch, $"{Url}/{id}", new JsonObject { ["order"] = "X" }, key: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject())).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await world.PostAsync("/api/v1/labels", new JsonObject { ["shipments"] = new JsonArray(id) })).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Change_WithItsETag_IsDoneAndWithAnOldOneRefused()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var id = await world.BookAsync();
        var before = await world.GetAsync($"{Url}/{id}");
        var changed = await world.SendAsync(HttpMethod.Patch, $"{Url}/{id}", new JsonObject { ["order"] = "ORD-77", ["consignee"] = new JsonObject { ["mobile"] = "9826099999" } }, key: null, before.ETag);
        var json = changed.Expect(HttpStatusCode.OK);
        Assert.Equal(("ORD-77", "9826099999", "The Principal"), (json["order"]!.GetValue<string>(), json["consignee"]!["mobile"]!.GetValue<string>(), json["consignee"]!["name"]!.GetValue<string>()));
        Assert.NotEqual(before.ETag, changed.ETag);
        (await world.SendAsync(HttpMethod.Patch, $"{Url}/{id}", new JsonObject { ["order"] = "ORD-78" }, key: null, before.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        (await world.SendAsync(HttpMethod.Patch, $"{Url}/{id}", new JsonObject { ["weightGrams"] = 5 }, key: null)).ExpectFault("/weightGrams", "unknown_member");
        (await world.SendAsync(HttpMethod.Patch, $"{Url}/{id}", new JsonObject { ["order"] = "" }, key: null, changed.ETag)).Expect(HttpStatusCode.OK);
        Assert.Null((await world.GetAsync($"{Url}/{id}")).Json["order"]);
    }

    [Fact]
    public async Task Cancel_BeforeDispatch_IsVoidAndTwiceTheSame()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var id = await world.BookAsync();
        var answer = await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject(), "c");
        var done = answer.Expect(HttpStatusCode.OK);
        Assert.Equal("Void", done["kind"]!.GetValue<string>());
        Assert.True(done["refundPaise"]!.GetValue<long>() > 0);
        Assert.Equal(answer.Text, (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject(), "c")).Text);
        Assert.Equal(answer.Text, (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject(), "d")).Text);
        (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject { ["recall"] = true }, "c")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_used");
    }

    [Fact]
    public async Task Cancel_OnItsWay_AsksForTheRecallAndThenSaysIt()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var id = await world.BookAsync();
        await using (var database = host.Database())
        {
            await database.Shipments.Where(shipment => shipment.Id == new ShipmentId(id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.Status, ShipmentStatus.InTransit), Token);
        }

        var asked = await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject());
        asked.ExpectProblem(HttpStatusCode.Conflict, "dispatched");
        var key = Guid.CreateVersion7().ToString();
        var done = (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject { ["recall"] = true }, key)).Expect(HttpStatusCode.OK);
        Assert.Equal("Recall", done["kind"]!.GetValue<string>());
        foreach (var said in new[] { JsonNode.Parse(asked.Text)!, done })
        {
            var (fee, tax) = (said["feePaise"]!.GetValue<long>(), said["taxPaise"]!.GetValue<long>());
            Assert.Equal((600, true, fee + tax), (fee, tax > 0, said["totalPaise"]!.GetValue<long>()));
        }

        await BrokenOffCallsTests.BreakOffAsync(host, key);
        Assert.Equal(done.ToJsonString(), (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject { ["recall"] = true }, key)).Expect(HttpStatusCode.OK).ToJsonString());
        (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject { ["recall"] = true })).ExpectProblem(HttpStatusCode.Conflict, "recall_requested");

        await using (var database = host.Database())
        {
            await database.Shipments.Where(shipment => shipment.Id == new ShipmentId(id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.Status, ShipmentStatus.Returning), Token);
        }

        await BrokenOffCallsTests.BreakOffAsync(host, key);
        Assert.Equal(done.ToJsonString(), (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject { ["recall"] = true }, key)).Expect(HttpStatusCode.OK).ToJsonString());
        (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject { ["recall"] = true })).ExpectProblem(HttpStatusCode.Conflict, "returning");
    }

    [Fact]
    public async Task List_WhileOthersAreAdded_ShowsEachOnce()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var booked = new List<Guid>();
        for (var i = 0; i < 7; i++) booked.Add(await world.BookAsync($"ORD-{i}"));
        var seen = new List<Guid>();
        string? next = null;
        do
        {
            var page = (await world.GetAsync($"{Url}?limit=3{(next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}")}")).Expect(HttpStatusCode.OK);
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()));
            next = page["next"]?.GetValue<string>();
            await world.BookAsync("LATER");
        }
        while (next is not null);
        Assert.Equal(booked.AsEnumerable().Reverse(), seen);
    }

    [Theory]
    [InlineData("status=Nope", "?status")]
    [InlineData("status=ToPrint", "?status")]
    [InlineData("status=booked", "?status")]
    [InlineData("tile=Cancelled", "?tile")]
    [InlineData("from=yesterday", "?from")]
    [InlineData("limit=0", "?limit")]
    [InlineData("limit=201", "?limit")]
    [InlineData("cursor=abc", "?cursor")]
    [InlineData("pincode=12", "?pincode")]
    [InlineData("productCode=x", "?productCode")]
    public async Task List_WithAFilterItDoesNotKnow_IsRefused(string query, string pointer)
    {
        using var world = await ApiWorld.CreateAsync(host);
        (await world.GetAsync($"{Url}?{query}")).ExpectFault(pointer, query.StartsWith("limit", StringComparison.Ordinal) ? "out_of_range" : "unknown_value");
    }

    [Fact]
    public async Task List_FilteredByOrder_ShowsIt()
    {
        using var world = await ApiWorld.CreateAsync(host);
        await world.BookAsync("ALPHA-1");
        await world.BookAsync("BETA-2");
        var items = (await world.GetAsync($"{Url}?order=BETA&tile=ToPrint&status=Booked")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal("BETA-2", Assert.Single(items)!["order"]!.GetValue<string>());
        (await world.GetAsync($"{Url}?limit=many")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task List_OfCancelledOnes_ShowsThem()
    {
        using var world = await ApiWorld.CreateAsync(host);
        await world.BookAsync("KEPT");
        var id = await world.BookAsync("GONE");
        (await world.PostAsync($"{Url}/{id}/cancellation", new JsonObject())).Expect(HttpStatusCode.OK);
        var items = (await world.GetAsync($"{Url}?status=Cancelled")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal(id, Assert.Single(items)!["id"]!.GetValue<Guid>());
    }

    /// <summary>Shorter texts are looked for among the newest shipments only, and a list that ends there would not say so.</summary>
    [Theory]
    [InlineData("q=ab", "?q")]
    [InlineData("q=", "?q")]
    [InlineData("q=%20a%20b%20", null)]
    [InlineData("order=12", "?order")]
    [InlineData("article=E%20E", "?article")]
    [InlineData("article=E%20E1", null)]
    public async Task List_OfATextTooShortToSearchFor_IsRefused(string query, string? pointer)
    {
        using var world = await ApiWorld.CreateAsync(host);
        var answer = await world.GetAsync($"{Url}?{query}");
        if (pointer is null) answer.Expect(HttpStatusCode.OK);
        else answer.ExpectFault(pointer, "too_short");
    }
}
