namespace SellerPortal.Features.Booking;

/// <summary>To whom the parcel goes; city and state come from the pincode and can be changed.</summary>
public sealed partial class ConsigneePanel
{
    private bool IsFromPincode => !Form.Fields.CityIsTyped && Form.Fields.City.Length > 0;

    private Task TypeCityAsync(string city) => SetAsync(() => (Form.Fields.City, Form.Fields.CityIsTyped) = (city, true));
}
