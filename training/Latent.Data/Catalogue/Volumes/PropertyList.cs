using System.Xml;
using System.Xml.Linq;
using Latent.Files;

namespace Latent.Data;

/// <summary>Reads Apple property lists in XML format: dictionaries of keys and elements.</summary>
internal static class PropertyList
{
    /// <summary>Reads the root dictionary of a file.</summary>
    /// <exception cref="DataException">The file is not an XML property list.</exception>
    public static IReadOnlyDictionary<string, XElement> Read(Stream stream, string where)
    {
        try
        {
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return Entries(XDocument.Load(reader).Root?.Element("dict") ?? throw Invalid(where, "no dictionary"));
        }
        catch (XmlException error)
        {
            throw Invalid(where, error.Message);
        }
    }

    /// <summary>Returns the keys of a dictionary and the element after each key.</summary>
    public static IReadOnlyDictionary<string, XElement> Entries(XElement dictionary) => dictionary.Elements("key")
        .Where(key => key.ElementsAfterSelf().Any())
        .GroupBy(key => key.Value)
        .ToDictionary(same => same.Key, same => same.First().ElementsAfterSelf().First());

    private static DataException Invalid(string where, string received) =>
        new("The property list cannot be parsed.", where, "an XML dictionary", received, "Fetch or copy the file again.");
}
