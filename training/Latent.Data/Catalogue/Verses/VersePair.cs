namespace Latent.Data;

/// <summary>A verse in two translations.</summary>
/// <param name="Name">Book, chapter and verse, such as <c>Gen.1.3</c>.</param>
/// <param name="First">In the words of the first.</param>
/// <param name="Second">In the words of the second.</param>
/// <param name="IsTest">Whether it is for the test.</param>
public sealed record VersePair(string Name, string First, string Second, bool IsTest);
