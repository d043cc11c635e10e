using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Features.BulkBooking;

/// <summary>Puts columns, faults and refusals of sheets into the reader's language.</summary>
internal sealed class RowWords(IStringLocalizer<BulkBookingTexts> texts)
{
    /// <summary>The name of a column, as the template writes it.</summary>
    public string Column(SheetColumn column) => texts[$"Column{column}"];

    /// <summary>Where a fault is, what it is and what to do: "C17: …".</summary>
    public string Sentence(CellFault fault, SheetMap map, int row)
    {
        var sentence = Text(fault);
        return fault.Column is { } column ? $"{map.CellName(column, row) ?? Column(column)}: {sentence}" : sentence;
    }

    /// <summary>What is wrong and what to do, without the place.</summary>
    public string Text(CellFault fault)
    {
        if (!Enum.TryParse<BulkFault>(fault.Code, out var own)) return Enum.TryParse<BookingFault>(fault.Code, out var booking) ? BookingFaultWords.Of(booking) : fault.Code;
        var detail = own switch
        {
            BulkFault.PriceChanged when long.TryParse(fault.Detail, NumberStyles.Integer, CultureInfo.InvariantCulture, out var paise) => IndianFormat.Money(new Money(paise)),
            BulkFault.NoPrice => texts[$"NoPrice{fault.Detail}"],
            BulkFault.OrderBooked when string.IsNullOrEmpty(fault.Detail) => texts["OtherShipment"],
            _ => fault.Detail ?? "",
        };
        return texts[$"Fault{own}", detail];
    }

    /// <summary>Why a file is not taken, one sentence.</summary>
    public string Refusal(SheetRefusal refusal, int? line) => texts[$"Refusal{refusal}", IndianFormat.Number(line ?? 1)];

    /// <summary>How far a job has come.</summary>
    public string Status(BulkStatus status) => texts[$"Status{status}"];
}
