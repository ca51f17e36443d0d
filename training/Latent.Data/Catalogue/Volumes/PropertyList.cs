using System.Xml;
using System.Xml.Linq;

namespace Latent.Data;

/// <summary>Reads Apple's property lists, written as XML: a dictionary of keys and elements.</summary>
internal static class PropertyList
{
    /// <summary>The dictionary of a file.</summary>
    /// <exception cref="DataException">It is no such file.</exception>
    public static IReadOnlyDictionary<string, XElement> Read(Stream stream, string where)
    {
        try
        {
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return Entries(XDocument.Load(reader).Root?.Element("dict") ?? throw NoList(where, "no dictionary"));
        }
        catch (XmlException error)
        {
            throw NoList(where, error.Message);
        }
    }

    /// <summary>The keys of a dictionary and what stands behind each.</summary>
    public static IReadOnlyDictionary<string, XElement> Entries(XElement dictionary) => dictionary.Elements("key")
        .Where(key => key.ElementsAfterSelf().Any())
        .GroupBy(key => key.Value)
        .ToDictionary(same => same.Key, same => same.First().ElementsAfterSelf().First());

    private static DataException NoList(string where, string received) =>
        new("The property list cannot be read.", where, "a dictionary as XML", received, "Fetch or copy the file again.");
}
