using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Booking;
using SellerPortal.Features.ParcelPresets;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.ParcelPresets;

public sealed class BoxTests
{
    private static readonly BoxForm Carton = new("Carton", 40, 30.5m, 20, 2_500);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Keep_TwiceAtOnce_KeepsOneThatTheBookingPageOffers(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var desk = new OpenBookingDesk(world.Databases, world.Time);
        Assert.Equal(ParcelPreset.Usual, ParcelPreset.Of((await desk.ExecuteAsync(world.Actor, null, null, null, Token))!.Boxes));
        var id = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => KeepAsync(world, world.Actor, id, null, Carton))));
        Assert.All(results, result => Assert.Equal(KeepOutcome.Kept, result.Outcome));

        var offered = (await desk.ExecuteAsync(world.Actor, null, null, null, Token))!.Boxes;
        Assert.Equal([new DeskBox("Carton", 400, 305, 200, 2_500)], offered);
        Assert.Empty((await desk.ExecuteAsync(world.Stranger, null, null, null, Token))!.Boxes);
    }

    [Theory, EachDatabase]
    public async Task Keep_TakenNameFullListOrOldVersion_IsRefused(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var first = await AddAsync(world, Carton);
        Assert.Equal([EntryFault.NameTaken], (await KeepAsync(world, world.Actor, Guid.CreateVersion7(), null, Carton with { Name = "CARTON" })).EntryFaults);
        Assert.Equal(KeepOutcome.Kept, (await KeepAsync(world, world.Actor, first.Id, first.Version, Carton with { Name = "Big carton" })).Outcome);
        Assert.Equal(KeepOutcome.ChangedMeanwhile, (await KeepAsync(world, world.Actor, first.Id, first.Version, Carton)).Outcome);
        for (var number = 1; number < BoxPreset.MostPerSeller; number++) await AddAsync(world, Carton with { Name = $"Box {number}" });
        Assert.Equal(KeepOutcome.TooMany, (await KeepAsync(world, world.Actor, Guid.CreateVersion7(), null, Carton)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task KeepOrRemove_OfAnotherSeller_IsMissing(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var mine = await AddAsync(world, Carton);
        var removal = new RemoveBox(world.Databases);
        Assert.Equal(KeepOutcome.Missing, (await KeepAsync(world, world.Stranger, mine.Id, mine.Version, Carton)).Outcome);
        Assert.Equal(KeepOutcome.Missing, (await removal.ExecuteAsync(world.Stranger, mine.Id, Token)).Outcome);
        Assert.Equal(KeepOutcome.NotAllowed, (await KeepAsync(world, world.ViewOnly, mine.Id, mine.Version, Carton)).Outcome);
        Assert.Equal(KeepOutcome.NotAllowed, (await removal.ExecuteAsync(world.ViewOnly, mine.Id, Token)).Outcome);
        Assert.Single(await new ReadBoxes(world.Databases).ExecuteAsync(world.ViewOnly, Token));
        Assert.Equal(KeepOutcome.Kept, (await removal.ExecuteAsync(world.Actor, mine.Id, Token)).Outcome);
    }

    [Fact]
    public void Check_WrongFields_SaysAllThatIsWrong()
    {
        var empty = new BoxForm(" ", null, null, null, null).Check(out _)!;
        Assert.Equal([EntryFault.NameMissing, EntryFault.SizeMissing], empty.EntryFaults);
        var wrong = new BoxForm("Box", 40, 30.55m, 20, 35_001).Check(out _)!;
        Assert.Equal([BookingFault.SizeOutOfBounds, BookingFault.WeightOutOfBounds], wrong.Faults);
    }

    [Fact]
    public void WriteTo_BoxWithWeight_FillsOnlyAnEmptyWeight()
    {
        var preset = Assert.Single(ParcelPreset.Of([new DeskBox("Carton", 400, 305, 200, 2_500)]));
        var fields = new BookingFields();
        preset.WriteTo(fields);
        Assert.Equal(("40", "30.5", "20", "2500 g"), (fields.Length, fields.Breadth, fields.Height, fields.Weight));
        fields.Weight = "3 kg";
        preset.WriteTo(fields);
        Assert.Equal("3 kg", fields.Weight);
        Assert.True(preset.Fits(fields));
    }

    internal static async Task<BoxPreset> AddAsync(EntryWorld world, BoxForm form)
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(KeepOutcome.Kept, (await KeepAsync(world, world.Actor, id, null, form)).Outcome);
        await using var database = world.Databases.CreateDbContext();
        return await database.BoxPresets.SingleAsync(box => box.Id == id, Token);
    }

    private static Task<KeepResult> KeepAsync(EntryWorld world, Actor actor, Guid id, Guid? version, BoxForm form) =>
        new KeepBox(world.Databases).ExecuteAsync(actor, id, version, form, Token);
}
