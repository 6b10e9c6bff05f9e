"""A client in another language, generated from proto/ alone, does the main job.

    pip install -r tests/python/requirements.txt
    NIANBAO_TOKEN=... python3 tests/python/smoke.py proto 127.0.0.1:50061 tests/fixtures/pages/siqian-2024.txt

It generates the messages and stubs into a temporary directory, registers an organ, creates, imports,
reads, validates and lists reports, and ends with an error as soon as an answer is not as expected.
"""

import importlib
import os
import pathlib
import sys
import tempfile

import grpc
from grpc_tools import protoc

ORGAN = "organizations/siqian"


def generate(proto: pathlib.Path, out: str) -> None:
    files = sorted(str(path) for path in proto.glob("nianbao/v1/*.proto"))
    well_known = str(pathlib.Path(protoc.__file__).parent / "_proto")
    arguments = ["protoc", f"-I{proto}", f"-I{well_known}", f"--python_out={out}", f"--grpc_python_out={out}"]
    if protoc.main(arguments + files) != 0:
        sys.exit("protoc cannot compile the contract")
    sys.path.insert(0, out)


def module(name: str):
    return importlib.import_module(f"nianbao.v1.{name}")


class Client:
    """The generated stubs over one channel, with the token in the metadata of every call."""

    def __init__(self, channel: grpc.Channel, token: str):
        self.organizations = module("organization_service_pb2_grpc").OrganizationServiceStub(channel)
        self.reports = module("report_service_pb2_grpc").ReportServiceStub(channel)
        self.forms = module("form_pb2_grpc").FormServiceStub(channel)
        self.metadata = [("authorization", f"Bearer {token}")]

    def call(self, method, request):
        return method(request, metadata=self.metadata, timeout=60)


def register(client: Client) -> None:
    service, organ = module("organization_service_pb2"), module("organization_pb2")
    township = organ.Organization(
        display_name="司前镇人民政府办公室",
        level=organ.ORGANIZATION_LEVEL_TOWNSHIP,
        organ_type=organ.ORGAN_TYPE_GOVERNMENT_OFFICE,
        rule_power=organ.RULE_POWER_LACKS,
    )
    request = service.CreateOrganizationRequest(organization=township, organization_id="siqian")
    registered = client.call(client.organizations.CreateOrganization, request)
    assert registered.name == ORGAN, registered


def create(client: Client) -> None:
    """A report for 2023 whose every cell is zero, as the form lists them."""
    service, report, sheet = module("report_service_pb2"), module("report_pb2"), module("sheet_pb2")
    form = client.call(client.forms.GetForm, module("form_pb2").GetFormRequest(name="forms/2021"))
    figures = sheet.Sheet(edition=form.edition)
    rows = {}
    for printed in form.cells:
        row = rows.setdefault(printed.cell.line, None)
        if row is None:
            row = rows[printed.cell.line] = figures.rows.add(line=printed.cell.line)
        number = {"amount": "0"} if printed.measure == module("vocabulary_pb2").MEASURE_MONEY else {"count": 0}
        row.cells.add(column=printed.cell.column, **number)
    draft = report.Report(report_year=2023, title="司前镇人民政府办公室2023年政府信息公开工作年度报告", sheet=figures)
    request = service.CreateReportRequest(parent=ORGAN, report=draft)
    created = client.call(client.reports.CreateReport, request)
    assert created.name == f"{ORGAN}/reports/2023", created
    assert sum(len(row.cells) for row in created.sheet.rows) == len(form.cells)


def import_page(client: Client, page: pathlib.Path) -> str:
    service = module("report_service_pb2")
    request = service.ImportReportRequest(parent=ORGAN, content=page.read_bytes(), filename=page.name)
    imported = client.call(client.reports.ImportReport, request)
    assert imported.report.report_year == 2024, imported.report
    assert imported.report.sheet.edition == module("vocabulary_pb2").EDITION_2019
    assert {"EDN-001", "SEM-001"} <= {finding.code for finding in imported.findings}
    return imported.report.name


def read(client: Client, name: str) -> None:
    service, vocabulary = module("report_service_pb2"), module("vocabulary_pb2")
    read = client.call(client.reports.GetReport, service.GetReportRequest(name=name))
    cells = {(row.line, cell.column): cell for row in read.sheet.rows for cell in row.cells}
    money = cells[vocabulary.LINE_GOVERNMENT_PROCUREMENT, vocabulary.COLUMN_PROCUREMENT_AMOUNT]
    assert money.amount == "863732.45", money


def validate(client: Client, name: str) -> None:
    service, finding = module("report_service_pb2"), module("finding_pb2")
    checked = client.call(client.reports.ValidateReport, service.ValidateReportRequest(name=name))
    assert checked.outcome == finding.VALIDATION_OUTCOME_INVALID, checked


def list_reports(client: Client, names: list[str]) -> None:
    service = module("report_service_pb2")
    request = service.ListReportsRequest(parent="organizations/-", order_by="report_year", page_size=1)
    listed = []
    while True:
        page = client.call(client.reports.ListReports, request)
        listed += [report.name for report in page.reports]
        if not page.next_page_token:
            break
        request.page_token = page.next_page_token
    assert listed == names, listed


def refuse(client: Client) -> None:
    """An error reaches the client with its code; what does not exist is not found."""
    request = module("report_service_pb2").GetReportRequest(name=f"{ORGAN}/reports/2020")
    try:
        client.call(client.reports.GetReport, request)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.NOT_FOUND, error
        assert "grpc-status-details-bin" in dict(error.trailing_metadata()), error
    else:
        raise AssertionError("a report that does not exist was given")


def main() -> None:
    proto, address, page = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as out:
        generate(proto, out)
        with grpc.insecure_channel(address) as channel:
            client = Client(channel, os.environ["NIANBAO_TOKEN"])
            register(client)
            create(client)
            name = import_page(client, page)
            read(client, name)
            validate(client, name)
            list_reports(client, [f"{ORGAN}/reports/2023", name])
            refuse(client)
    print("created, imported, read, validated, listed")


if __name__ == "__main__":
    main()
