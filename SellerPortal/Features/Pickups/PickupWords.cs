using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain.Pickups;
using SellerPortal.Platform;

namespace SellerPortal.Features.Pickups;

/// <summary>Pickups in the reader's words.</summary>
internal static class PickupWords
{
    /// <summary>The hours of a slot: 14:00–17:00.</summary>
    public static string Hours(PickupSlot slot) => string.Create(CultureInfo.InvariantCulture, $"{slot.BeginHour()}:00–{slot.EndHour()}:00");

    /// <summary>Day and hours: Fri 27 Nov, 14:00–17:00.</summary>
    public static string Time(PickupTime time) => $"{IndianFormat.Date(time.Day)}, {Hours(time.Slot)}";

    /// <summary>The name of a holiday in the language of the page.</summary>
    public static string Name(PostalHoliday holiday) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "hi" ? holiday.NameHi : holiday.Name;

    /// <summary>How many parcels.</summary>
    public static string Parcels(IStringLocalizer texts, int count) => count == 1 ? texts["ParcelsOne"] : texts["Parcels", IndianFormat.Number(count)];

    /// <summary>The colour and the picture of a state.</summary>
    public static (string Colour, IconName Icon) Look(PickupState state) => state switch
    {
        PickupState.Requested => ("", IconName.Clock),
        PickupState.Confirmed => ("b", IconName.Check),
        PickupState.OutForPickup => ("m", IconName.Truck),
        PickupState.PickedUp => ("g", IconName.Check),
        PickupState.Failed => ("r", IconName.Alert),
        PickupState.Cancelled => ("", IconName.Cross),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    /// <summary>A line of the history.</summary>
    public static TimelineEntry Entry(IStringLocalizer texts, PickupStep step)
    {
        var what = step.Kind is PickupStepKind.Requested or PickupStepKind.Rescheduled
            ? texts[$"Step{step.Kind}", Time(new PickupTime(step.Day, step.Slot))]
            : texts[$"Step{step.Kind}"];
        return new TimelineEntry(step.At, what, Reason(texts, step));
    }

    /// <summary>Why a step was taken: Nobody was there: Gate locked. Empty when nothing is known.</summary>
    public static string Reason(IStringLocalizer texts, PickupStep step)
    {
        var failure = step.Failure is { } known ? texts[$"Failure{known}"].Value : null;
        return string.Join(": ", new[] { failure, step.Note }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Why there is no pickup.</summary>
    public static string Reason(IStringLocalizer texts, PickupRefusal reason, int minimum) =>
        reason == PickupRefusal.TooFewParcels ? texts["RefusedTooFewParcels", IndianFormat.Number(minimum)] : texts[$"Refused{reason}"];

    /// <summary>What came of a step that was not done, with the next slot that is possible.</summary>
    public static string Refusal(IStringLocalizer texts, PickupResult result, int minimum) => result switch
    {
        PickupResult.Refused { Next: { } next, Reason: not PickupRefusal.TooFewParcels } refused => $"{Reason(texts, refused.Reason, minimum)} {texts["NextPossible", Time(next)]}",
        PickupResult.Refused refused => Reason(texts, refused.Reason, minimum),
        PickupResult.NotPossible no => texts[$"NotPossible{no.State}"],
        PickupResult.AgentUnknown => texts["AgentUnknown"],
        PickupResult.NotAllowed => texts["NotAllowed"],
        _ => texts["Gone"],
    };
}
