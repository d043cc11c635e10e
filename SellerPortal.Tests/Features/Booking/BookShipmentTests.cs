using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Booking;

public sealed class BookShipmentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Execute_GoodBooking_WritesNumberShipmentAndHistory(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var result = Assert.IsType<BookingResult.Booked>(await world.BookAsync(BookingWorld.Input()));
        Assert.False(result.Again);
        Assert.Equal("EE123456785IN", result.Shipment.Article);

        await using var database = world.Databases.CreateDbContext();
        var shipment = await database.Shipments.SingleAsync(Token);
        Assert.Equal(result.Shipment.Id, shipment.Id);
        Assert.Equal(world.Seller.CustomerId, shipment.CustomerId);
        Assert.Null(shipment.ContractNumber);
        Assert.Equal(("Jabalpur HO", 482001, "Raipur HO"), (shipment.BookingOffice, shipment.BookingPincode.Value, shipment.DeliveryOffice));
        Assert.Equal(("Chhattisgarh", "9826012345"), (shipment.Consignee.State, shipment.Consignee.Mobile));
        Assert.Equal((1250, 1440, 300), (shipment.Parcel.WeightGrams, shipment.Parcel.ChargeableGrams, shipment.Parcel.LengthMm!.Value));
        Assert.Equal(27_000, shipment.Price.Total.Paise);
        Assert.Equal((ShipmentStatus.Booked, world.Time.GetUtcNow()), (shipment.Status, shipment.BookedAt));
        var entry = await database.History.SingleAsync(Token);
        Assert.Equal((HistoryKind.Booked, shipment.Id, (Guid?)world.Actor.UserId), (entry.Kind, entry.ShipmentId, entry.By));
        var news = await database.ShipmentChanges.SingleAsync(Token);
        Assert.Equal((shipment.Id, null, ShipmentStatus.Booked, shipment.BookedAt), (news.ShipmentId, news.Before, news.Status, news.At));
    }

    [Fact]
    public async Task Execute_LateInTheEvening_IsPostedOnTheIndianDay()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.BookAsync(BookingWorld.Input());
        Assert.Equal(new DateOnly(2026, 11, 24), world.Prices.Asked!.PostedOn);
    }

    [Theory, EachDatabase]
    public async Task Execute_SameKeyAgain_GivesTheSameShipment(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var input = BookingWorld.Input();
        var first = Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
        world.Prices.TotalPaise = 99_900;
        var untidy = input with { Contents = " LED  street lights, 4 pieces ", Consignee = input.Consignee with { Mobile = "+91 9826012345" } };
        var second = Assert.IsType<BookingResult.Booked>(await world.BookAsync(untidy));

        Assert.True(second.Again);
        Assert.Equal(first.Shipment, second.Shipment);
        Assert.Equal((1, 1, 1, 1), await world.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Execute_SameKeyOtherContent_IsRefused(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var input = BookingWorld.Input();
        var first = Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
        var refused = Assert.IsType<BookingResult.KeyUsed>(await world.BookAsync(input with { WeightGrams = 1300 }));
        Assert.Equal(first.Shipment, refused.Shipment);
        Assert.Equal((1, 1, 1, 1), await world.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Execute_SameKeyOfTwoSellers_BooksForBoth(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var input = BookingWorld.Input();
        var first = Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
        await using var database = world.Databases.CreateDbContext();
        var (_, other) = await TestSellers.ApprovedAsync(database);
        var second = Assert.IsType<BookingResult.Booked>(await world.Booking.ExecuteAsync(other, input, Token));
        Assert.NotEqual(first.Shipment.Id, second.Shipment.Id);
    }

    [Theory, EachDatabase]
    public async Task Execute_SixtyFourEqualRequestsAtOnce_BookOnce(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var input = BookingWorld.Input();
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => world.BookAsync(input), Token)));

        var booked = results.Select(result => Assert.IsType<BookingResult.Booked>(result)).ToList();
        Assert.Single(booked.Select(result => result.Shipment).Distinct());
        Assert.Single(booked, result => !result.Again);
        Assert.Equal((1, 1, 1, 1), await world.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Execute_ThirtyTwoClientsAtOnce_NoNumberTwiceAndNoBookingLost(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            var mine = new List<BookingResult>();
            for (var i = 0; i < 8; i++) mine.Add(await world.BookAsync(BookingWorld.Input()));
            return mine;
        }, Token)));

        var articles = results.SelectMany(mine => mine).Select(result => Assert.IsType<BookingResult.Booked>(result).Shipment.Article).ToList();
        Assert.Equal(256, articles.Distinct().Count());
        Assert.Equal((256, 256, 256, 256), await world.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Execute_LastNumberAskedByMany_BooksOneAndKeepsNoOtherClaim(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind, numbers: 1);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.BookAsync(BookingWorld.Input()), Token)));
        Assert.Single(results.OfType<BookingResult.Booked>());
        Assert.Equal(7, results.OfType<BookingResult.RangeExhausted>().Count());
        Assert.Equal((1, 1, 1, 1), await world.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Execute_ExhaustedThenRefilled_BooksWithTheSameKey(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind, numbers: 0);
        var input = BookingWorld.Input();
        Assert.Equal(ProductCode.SpeedPostParcel, Assert.IsType<BookingResult.RangeExhausted>(await world.BookAsync(input)).Product);
        Assert.Equal((0, 0, 0, 0), await world.CountAsync());

        await using var database = world.Databases.CreateDbContext();
        var allotment = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EE", First = 0, Last = 0 };
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(allotment, by: null, DateTimeOffset.UnixEpoch));
        await database.SaveChangesAsync(Token);
        Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
    }

    [Theory, EachDatabase]
    public async Task Execute_OtherPriceThanShown_BooksNothingAndTellsTheNewPrice(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var input = BookingWorld.Input();
        world.Prices.TotalPaise = 28_100;
        Assert.Equal(28_100, Assert.IsType<BookingResult.PriceChanged>(await world.BookAsync(input)).Offer.Total.Paise);
        Assert.Equal((0, 0, 0, 0), await world.CountAsync());
        Assert.IsType<BookingResult.Booked>(await world.BookAsync(input with { ExpectedTotalPaise = 28_100 }));
    }

    [Theory, EachDatabase]
    public async Task Execute_ProductThatCannotBeHad_IsRefused(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        Assert.IsType<BookingResult.ProductUnavailable>(await world.BookAsync(BookingWorld.Input() with { ProductCode = "BUSINESS_PARCEL" }));
        Assert.Equal((0, 0, 0, 0), await world.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Execute_SellerNotApproved_IsRefused(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var pending = Seller.Register(SellerId.New(DateTimeOffset.UnixEpoch), TestSellers.Registration("New Traders"), DateTimeOffset.UnixEpoch);
        await using var database = world.Databases.CreateDbContext();
        database.Sellers.Add(pending);
        await database.SaveChangesAsync(Token);

        var result = await world.Booking.ExecuteAsync(TestSellers.ActorOf(pending.Id), BookingWorld.Input(), Token);
        Assert.Equal(SellerStatus.Pending, Assert.IsType<BookingResult.NotApproved>(result).Status);
        Assert.IsType<BookingResult.NotASeller>(await world.Booking.ExecuteAsync(TestSellers.Admin, BookingWorld.Input(), Token));
        Assert.IsType<BookingResult.NotASeller>(
            await world.Booking.ExecuteAsync(TestSellers.ActorOf(SellerId.New(DateTimeOffset.UnixEpoch)), BookingWorld.Input(), Token));
        Assert.Equal((0, 0, 0, 0), await world.CountAsync());
    }

    [Theory]
    [InlineData("482001", "999999", BookingFault.ToPincodeUnknown)]
    [InlineData("482001", "110002", BookingFault.ToPincodeNoDelivery)]
    [InlineData("999999", "492001", BookingFault.FromPincodeUnknown)]
    public async Task Execute_PincodeTheDirectoryRefuses_SaysWhich(string from, string to, BookingFault expected)
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var input = BookingWorld.Input() with { FromPincode = from, Consignee = BookingWorld.Input().Consignee with { Pincode = to } };
        Assert.Equal([expected], Assert.IsType<BookingResult.Refused>(await world.BookAsync(input)).Faults);
        Assert.Equal((0, 0, 0, 0), await world.CountAsync());
    }

    /// <summary>The number that the booking is given belongs to another shipment: the last guard throws, and nothing stays.</summary>
    [Theory, EachDatabase]
    public async Task Execute_FailsAfterTheNumberWasTaken_LeavesNothing(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var input = BookingWorld.Input();
        await world.BookAsync(input);
        await using var database = world.Databases.CreateDbContext();
        await database.ArticleNumberRanges.ExecuteUpdateAsync(set => set.SetProperty(range => range.Next, range => range.First), Token);

        var other = BookingWorld.Input();
        await Assert.ThrowsAnyAsync<DbException>(() => world.BookAsync(other));
        Assert.Equal((1, 1, 1, 0), await world.CountAsync());

        await database.ArticleNumberRanges.ExecuteUpdateAsync(set => set.SetProperty(range => range.Next, range => range.First + 1), Token);
        Assert.False(Assert.IsType<BookingResult.Booked>(await world.BookAsync(other)).Again);
    }

    [Theory, EachDatabase]
    public async Task Execute_CancelledAnywhere_IsThereWholeOrNotAtAll(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        for (var i = 0; i < 30; i++)
        {
            using var impatient = new CancellationTokenSource();
            impatient.CancelAfter(TimeSpan.FromMicroseconds(i * 300));
            try
            {
                await world.Booking.ExecuteAsync(world.Actor, BookingWorld.Input(), impatient.Token);
            }
            catch (OperationCanceledException)
            {
                // As asked.
            }
        }

        var (claims, shipments, history, numbers) = await world.CountAsync();
        Assert.Equal((shipments, shipments, shipments), (claims, history, numbers));
    }

    [Theory, EachDatabase]
    public async Task Drafts_SavedAndBooked_AreFoundAgainUntilDiscarded(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var drafts = new BookingDrafts(world.Databases, world.Time);
        var desk = new OpenBookingDesk(world.Databases, world.Time);
        var input = BookingWorld.Input();
        await drafts.SaveAsync(world.Actor, Guid.CreateVersion7(), "{}", Token);
        Assert.Equal(world.Time.GetUtcNow(), await drafts.SaveAsync(world.Actor, input.Key, "{\"Weight\":\"1250\"}", Token));
        Assert.Null(await drafts.SaveAsync(world.Actor, input.Key, new string('x', BookingDraft.LongestJson + 1), Token));
        Assert.Equal("{\"Weight\":\"1250\"}", (await desk.ExecuteAsync(world.Actor, null, like: null, returned: null, Token))!.DraftJson);

        var booked = Assert.IsType<BookingResult.Booked>(await world.BookAsync(input)).Shipment;
        var after = await desk.ExecuteAsync(world.Actor, null, like: null, returned: null, Token);
        Assert.Equal((booked, null), (after!.Booked, after.DraftJson));

        await drafts.DiscardAsync(world.Actor, Guid.CreateVersion7(), Token);
        Assert.NotNull((await desk.ExecuteAsync(world.Actor, null, like: null, returned: null, Token))!.Booked);
        await drafts.DiscardAsync(world.Actor, input.Key, Token);
        Assert.Null((await desk.ExecuteAsync(world.Actor, null, like: null, returned: null, Token))!.Booked);
        Assert.Equal(booked, (await desk.ExecuteAsync(world.Actor, booked.Id.Value, like: null, returned: null, Token))!.Booked);
    }

    [Theory, EachDatabase]
    public async Task Drafts_OfBothModes_AreKeptApart(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var drafts = new BookingDrafts(world.Databases, world.Time);
        var desk = new OpenBookingDesk(world.Databases, world.Time);
        var testing = world.Actor with { SellerId = world.Actor.SellerId!.Value.Twin };
        var (live, test) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await drafts.SaveAsync(world.Actor, live, "{}", Token);
        await drafts.SaveAsync(testing, test, "{\"Order\":\"MADE-UP\"}", Token);
        Assert.Equal((live, "{}"), await SeenAsync());
        await drafts.DiscardAsync(testing, test, Token);
        Assert.Equal((live, "{}"), await SeenAsync());

        async Task<(Guid?, string?)> SeenAsync()
        {
            var seen = await desk.ExecuteAsync(world.Actor, null, like: null, returned: null, Token);
            return (seen!.DraftKey, seen.DraftJson);
        }
    }

    [Fact]
    public async Task OpenDesk_ShipmentOfAnotherSeller_ShowsNothing()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var booked = Assert.IsType<BookingResult.Booked>(await world.BookAsync(BookingWorld.Input())).Shipment;
        await using var database = world.Databases.CreateDbContext();
        var (_, other) = await TestSellers.ApprovedAsync(database);
        var desk = new OpenBookingDesk(world.Databases, world.Time);
        Assert.Null((await desk.ExecuteAsync(other, booked.Id.Value, like: null, returned: null, Token))!.Booked);
        Assert.Null(await desk.ExecuteAsync(TestSellers.Admin, booked.Id.Value, like: null, returned: null, Token));
    }
}
