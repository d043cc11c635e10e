using SellerPortal.Domain.Pickups;

namespace SellerPortal.Domain.Shipments;

/// <summary>
/// When an article that turned round should be back. India Post publishes no norm for the way back; the portal takes as
/// many working days as the way there was expected to take, so it is an estimate.
/// </summary>
public static class ReturnEstimate
{
    /// <summary>The first and last day, or null for a shipment without an expected delivery.</summary>
    /// <param name="bookedOn">The day of booking in India.</param>
    /// <param name="expectedFrom">First day of the delivery that was expected at booking.</param>
    /// <param name="expectedTo">Last day of it.</param>
    /// <param name="turnedOn">The day on which it turned round.</param>
    /// <param name="calendar">The days on which the post works.</param>
    public static (DateOnly From, DateOnly To)? Of(DateOnly bookedOn, DateOnly? expectedFrom, DateOnly? expectedTo, DateOnly turnedOn, PostalCalendar calendar)
    {
        if (expectedFrom is not { } from) return null;
        return (calendar.AddWorkingDays(turnedOn, Days(bookedOn, from, calendar)), calendar.AddWorkingDays(turnedOn, Days(bookedOn, expectedTo ?? from, calendar)));
    }

    private static int Days(DateOnly after, DateOnly until, PostalCalendar calendar)
    {
        var days = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day)) days++;
        }

        return days;
    }
}
