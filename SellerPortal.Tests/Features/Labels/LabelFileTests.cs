using System.Text;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Labels;
using SellerPortal.Tests.Support;
using UglyToad.PdfPig;

namespace SellerPortal.Tests.Features.Labels;

public sealed class LabelFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase]
    public async Task File_OfManyShipments_HoldsThemInTheirOrderAndCountsEachOnce(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(600);
        Shipment[] wanted = [.. booked.Reverse()];
        var id = await world.OrderAsync(wanted);
        Assert.True((await world.FileAsync(id)).IsMoving);
        await world.DoWorkAsync();

        var file = await world.FileAsync(id);
        Assert.Equal((LabelJobStatus.Ready, 600, 600, 0), (file.Status, file.Total, file.Done, file.Skipped));
        var bytes = await world.BytesAsync(id);
        Assert.Equal(file.Bytes, bytes.Length);
        using var pdf = PdfDocument.Open(bytes);
        Assert.Equal(600, pdf.NumberOfPages);
        foreach (var page in new[] { 0, 1, 249, 250, 599 })
        {
            var text = string.Concat(pdf.GetPage(page + 1).Letters.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains(wanted[page].Article, text, StringComparison.Ordinal);
        }

        Assert.All(await world.PrintsAsync(booked), prints => Assert.Equal(1, prints));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(600, await database.History.CountAsync(entry => entry.Kind == HistoryKind.LabelPrinted && entry.By == world.Actor.UserId, Token));
        Assert.True(await database.LabelFileParts.CountAsync(part => part.JobId == id, Token) > 1);
    }

    [Theory]
    [EachDatabase]
    public async Task File_DrawnAgainAfterACrash_IsWholeAndCountsNoLabelTwice(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(700);
        var id = await world.OrderAsync(booked);
        await using (var database = world.Databases.CreateDbContext())
        {
            var item = await database.WorkItems.AsNoTracking().SingleAsync(Token);
            var dying = world.DrawWith(new DyingWriter(BulkWriters.Of(kind), inserts: 2));
            await Assert.ThrowsAsync<IOException>(() => dying.ExecuteAsync(item, Token));
        }

        Assert.Equal((LabelJobStatus.Drawing, 500), ((await world.FileAsync(id)).Status, (await world.FileAsync(id)).Done));
        await world.DoWorkAsync();
        Assert.Equal(LabelJobStatus.Ready, (await world.FileAsync(id)).Status);
        using var pdf = PdfDocument.Open(await world.BytesAsync(id));
        Assert.Equal(700, pdf.NumberOfPages);
        Assert.All(await world.PrintsAsync(booked), prints => Assert.Equal(1, prints));
    }

    [Theory]
    [EachDatabase]
    public async Task File_GivenUp_SaysSoAndCanBeTriedAgain(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(260);
        var id = await world.OrderAsync(booked);
        await using var database = world.Databases.CreateDbContext();
        var item = await database.WorkItems.AsNoTracking().SingleAsync(Token);
        await Assert.ThrowsAsync<IOException>(() => world.DrawWith(new DyingWriter(BulkWriters.Of(kind), inserts: 1)).ExecuteAsync(item, Token));
        await world.Draw.GiveUpAsync(database, item, Token);
        Assert.Equal(LabelJobStatus.Failed, (await world.FileAsync(id)).Status);
        Assert.False((await world.FileAsync(id)).IsMoving);
        Assert.False(await database.LabelFileParts.AnyAsync(Token));

        await world.DoWorkAsync();
        await world.Draw.GiveUpAsync(database, item, Token);
        Assert.Equal(LabelJobStatus.Ready, (await world.FileAsync(id)).Status);
        using var pdf = PdfDocument.Open(await world.BytesAsync(id));
        Assert.Equal(260, pdf.NumberOfPages);
        Assert.All(await world.PrintsAsync(booked), prints => Assert.Equal(1, prints));
    }

    [Theory]
    [EachDatabase]
    public async Task File_WorkedOnAfterItWasReady_StaysAsItIs(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        var id = await world.OrderAsync(booked);
        await using var database = world.Databases.CreateDbContext();
        var item = await database.WorkItems.AsNoTracking().SingleAsync(Token);
        await world.Draw.ExecuteAsync(item, Token);
        var before = await world.BytesAsync(id);
        await world.Draw.ExecuteAsync(item, Token);
        Assert.Equal(before, await world.BytesAsync(id));
        Assert.All(await world.PrintsAsync(booked), prints => Assert.Equal(1, prints));
    }

    [Theory]
    [EachDatabase]
    public async Task File_WithCancelledParcels_LeavesThemOutAndSaysSo(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(3);
        await world.CancelAsync(booked[1]);
        var some = await world.OrderAsync(booked);
        var none = await world.OrderAsync([booked[1]]);
        await world.DoWorkAsync();
        Assert.Equal((LabelJobStatus.Ready, 1), ((await world.FileAsync(some)).Status, (await world.FileAsync(some)).Skipped));
        using (var pdf = PdfDocument.Open(await world.BytesAsync(some))) Assert.Equal(2, pdf.NumberOfPages);
        Assert.Equal(LabelJobStatus.Empty, (await world.FileAsync(none)).Status);
        Assert.Empty(await world.BytesAsync(none));
        var prints = await world.PrintsAsync(booked);
        Assert.Equal([1, 0, 1], prints);
    }

    [Theory]
    [EachDatabase]
    public async Task File_OnSheetsOfFour_GoesOnWhereTheLastEnded(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(6);
        await world.Files.ChooseAsync(world.Actor, new LabelPaper(LabelFormat.A4, Place: 3), Token);
        var first = await world.OrderAsync(booked[..3]);
        var second = await world.OrderAsync(booked[3..]);
        await world.DoWorkAsync();
        Assert.Equal((3, 2), ((await world.FileAsync(first)).Paper.Place, (await world.FileAsync(second)).Paper.Place));
        using (var pdf = PdfDocument.Open(await world.BytesAsync(first))) Assert.Equal(2, pdf.NumberOfPages);
        using (var pdf = PdfDocument.Open(await world.BytesAsync(second))) Assert.Equal(1, pdf.NumberOfPages);
        Assert.Equal(1, (await world.Files.DeskAsync(world.Actor, Token)).Paper.Place);
    }

    [Theory]
    [EachDatabase]
    public async Task Files_OnSheetsOfFourOrderedAtOnce_EachBeginsWhereAnotherEnded(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(3);
        await world.Files.ChooseAsync(world.Actor, new LabelPaper(LabelFormat.A4, Place: 3), Token);
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.OrderAsync(booked), Token)));
        await using var database = world.Databases.CreateDbContext();
        var places = await database.LabelJobs.Where(job => ids.Contains(job.Id)).Select(job => job.Place).ToListAsync(Token);
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], places.Order());
        Assert.Equal(3, (await world.Files.DeskAsync(world.Actor, Token)).Paper.Place);
    }

    [Theory]
    [EachDatabase]
    public async Task Labels_FirstOnSheetsOfFourPrintedAtOnce_EachTakesAPlaceOfItsOwn(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(4);
        var print = new PrintLabels(world.Databases, world.Time);
        var results = await Task.WhenAll(booked.Select(shipment => Task.Run(
            () => print.ExecuteAsync(world.Actor, [shipment.Id], new PaperWish { Format = LabelFormat.A4 }, Token), Token)));
        Assert.Equal([1, 2, 3, 4], results.Cast<LabelsResult.Printed>().Select(result => result.Paper.Place).Order());
    }

    [Theory]
    [EachDatabase]
    public async Task Labels_ForASystem_BeginOnAFreshSheetAndMoveNobodysPlace(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(1);
        await world.Files.ChooseAsync(world.Actor, new LabelPaper(LabelFormat.A4, Place: 3), Token);
        var wish = new PaperWish { Format = LabelFormat.A4, IsOfSystem = true };
        var print = new PrintLabels(world.Databases, world.Time);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(1, Assert.IsType<LabelsResult.Printed>(await print.ExecuteAsync(world.Actor, [booked[0].Id], wish, Token)).Paper.Place);
        }

        var id = Guid.CreateVersion7();
        Assert.Empty(await new OrderFile(world.Databases, world.Signal, world.Time).ExecuteAsync(world.Actor, id, [booked[0].Id], wish, Token));
        Assert.Equal(1, (await world.FileAsync(id)).Paper.Place);
        Assert.Equal(3, (await world.Files.DeskAsync(world.Actor, Token)).Paper.Place);
    }

    [Theory]
    [EachDatabase]
    public async Task File_NamingAShipmentAgain_PrintsItOnceWhereItWasNamedFirst(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(3);
        var id = await world.OrderAsync([booked[2], booked[0], booked[2], booked[1], booked[0]]);
        await world.DoWorkAsync();
        var file = await world.FileAsync(id);
        Assert.Equal((LabelJobStatus.Ready, 3, 0), (file.Status, file.Total, file.Skipped));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal([booked[2].Id, booked[0].Id, booked[1].Id], (await database.LabelJobs.AsNoTracking().SingleAsync(Token)).ShipmentIds());
        Assert.Equal(3, await database.History.CountAsync(entry => entry.Kind == HistoryKind.LabelPrinted, Token));
        Assert.All(await world.PrintsAsync(booked), prints => Assert.Equal(1, prints));
    }

    [Theory]
    [EachDatabase]
    public async Task File_ForALabelPrinter_IsZplWithOneLabelForEach(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(4);
        var id = await world.OrderAsync(booked, new LabelPaper(LabelFormat.Thermal4X6, PrinterLanguage.Zpl, PrinterDensity.Dpi300));
        await world.DoWorkAsync();
        var text = Encoding.ASCII.GetString(await world.BytesAsync(id));
        Assert.Equal(4, text.Split("^XA").Length - 1);
        Assert.Equal(4, text.Split("^PW1200").Length - 1);
    }

    [Theory]
    [EachDatabase]
    public async Task Again_OnOtherPaper_IsAReprintWithTheSameNumbers(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        var id = await world.OrderAsync(booked);
        await world.DoWorkAsync();
        var again = await world.Files.AgainAsync(world.Actor, id, new LabelPaper(LabelFormat.A7), Token);
        await world.DoWorkAsync();
        var sheets = await world.Files.AgainAsync(world.Actor, id, new LabelPaper(LabelFormat.A4, Place: 2), Token);
        Assert.Equal(2, (await world.FileAsync(sheets!.Value)).Paper.Place);
        Assert.Equal(new LabelPaper(LabelFormat.A4, Place: 4), (await world.Files.DeskAsync(world.Actor, Token)).Paper);
        Assert.Equal(LabelFormat.A7, (await world.FileAsync(again!.Value)).Paper.Format);
        Assert.All(await world.PrintsAsync(booked), prints => Assert.Equal(2, prints));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(2, await database.History.CountAsync(entry => entry.Kind == HistoryKind.LabelReprinted, Token));
    }

    [Theory]
    [EachDatabase]
    public async Task File_OfAnotherSeller_DoesNotExist(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var id = await world.OrderAsync(await world.BookAsync(1));
        await world.DoWorkAsync();
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        Assert.Null(await world.Files.FindAsync(stranger, id, Token));
        Assert.Null(await world.Files.AgainAsync(stranger, id, LabelPaper.Usual, Token));
        Assert.Empty((await world.Files.DeskAsync(stranger, Token)).Files);
        Assert.Null(await world.Files.FindAsync(new Actor { UserId = Guid.CreateVersion7(), Roles = new HashSet<string>() }, id, Token));
    }

    [Theory]
    [EachDatabase]
    public async Task File_NamingShipmentsOfAnother_PrintsNoneOfThem(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(1);
        await using var database = world.Databases.CreateDbContext();
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var foreign = await TestShipments.BookAsync(database, other.Id);
        var id = await world.OrderAsync([foreign, booked[0]]);
        await world.DoWorkAsync();
        using (var pdf = PdfDocument.Open(await world.BytesAsync(id))) Assert.Equal(1, pdf.NumberOfPages);
        Assert.Equal(0, await database.Shipments.Where(shipment => shipment.Id == foreign.Id).Select(shipment => shipment.LabelPrints).SingleAsync(Token));
    }

    [Theory]
    [EachDatabase]
    public async Task Files_NotFetchedInTime_MakeRoomForTheNext(DatabaseKind kind)
    {
        await using var world = await LabelWorld.CreateAsync(kind);
        var booked = await world.BookAsync(1);
        var old = await world.OrderAsync(booked);
        await world.DoWorkAsync();
        world.Time.Advance(LabelJob.FileKept + TimeSpan.FromMinutes(1));
        Assert.False((await world.FileAsync(old)).HasFile(world.Time.GetUtcNow()));
        await world.OrderAsync(booked);
        await world.DoWorkAsync();
        Assert.Empty(await world.BytesAsync(old));
        Assert.Equal(2, (await world.Files.DeskAsync(world.Actor, Token)).Files.Count);
    }

    /// <summary>Writes so many times and then fails, as a process does that is killed.</summary>
    private sealed class DyingWriter(IBulkWriter writer, int inserts) : IBulkWriter
    {
        private int left = inserts;

        public Task<int> InsertAsync<T>(PortalDbContext database, IEnumerable<T> rows, CancellationToken token)
            where T : class => left-- > 0 ? writer.InsertAsync(database, rows, token) : throw new IOException("The process is gone.");
    }
}
