namespace SellerPortal.Features.AddressBook;

/// <summary>Marks the texts of the address book.</summary>
public sealed class AddressBookTexts;
